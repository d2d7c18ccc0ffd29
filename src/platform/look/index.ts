export { Page, Flash, type PageProps, type FlashMessage, type PageMunicipality } from "./page.tsx";
export type { NavItem, PagePerson } from "./page-header.tsx";
export type { Contact } from "./page-footer.tsx";
export { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
export { languageHref } from "./languages.tsx";
export { Alert } from "./alert.tsx";
export { Icon, type IconName } from "./icon.tsx";
export { Button, ButtonRow, LinkButton, type ButtonProps, type Variant } from "./buttons.tsx";
export { Field, Fieldset, fieldId, type FieldBase } from "./fields/field.tsx";
export { DateField, TextArea, TextField, type TextProps } from "./fields/text-fields.tsx";
export { AmountField, NumberField, type NumberProps } from "./fields/number-fields.tsx";
export {
  Checkbox,
  CheckboxGroup,
  RadioGroup,
  SelectField,
  YesNo,
  type Option,
} from "./fields/choice-fields.tsx";
export { FileField, HiddenFields, type FileProps } from "./fields/file-field.tsx";
export { ErrorSummary, type FieldProblem } from "./fields/error-summary.tsx";
export { assetUrl, loadAssets, serveAsset, type AssetName } from "./assets.ts";
export { safeLogo } from "./logo.ts";
