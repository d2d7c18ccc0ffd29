/*
 * The look of Torg: everything a page is made of, in hono/jsx on the server. Import only from here.
 *
 *   c.html(<Page lang={lang} title="Tilskudd" municipality={…} nav={…} currentPath={c.req.path} room="square">…</Page>)
 *
 * Rules that hold everywhere
 * - No inline style or script, no style attribute: the CSP forbids it. Widths in charts are SVG attributes.
 * - Everything works without scripts. What the script adds is asked for with data attributes (src/assets/README.md):
 *   data-autosave, data-live, data-confirm, data-keyboard, data-sum, data-warn-unsaved.
 * - A field is required unless `optional`; errors say the reason and what to do; values are what was typed, also when wrong.
 * - One primary button on a page. One h1 (PageTitle, Receipt or EmptyState level 1 make it).
 *
 * Page            whole document: skip link, municipality, navigation, language, who is logged in, main, footer
 * PageTitle       h1, lead, tags, actions       Section  h2 or h3 with content       Split   case: what it is | what to do
 * Grid, Prose     cards in a row, running text  Alert          what to know; what just happened is the page's flash
 * TextField TextArea NumberField AmountField DateField SelectField RadioGroup CheckboxGroup Checkbox YesNo FileField HiddenFields
 * ErrorSummary    links to fields by name (fieldId(name) is the id)                  Field, Fieldset   for a control of your own
 * Steps           "Steg 2 av 5" with names and links
 * Button, LinkButton, ButtonRow     primary, secondary, tertiary, danger; `confirm` asks first
 * Card, KeyFacts, DefinitionList    a thing among others; the few numbers that matter; terms and values
 * Tag, DueDate, Money               state in a word; a deadline in words and colour; an amount
 * DataTable, Pagination, FilterBar, FilterChoice, Tabs, Details, Breadcrumbs
 * Timeline, Meter, EmptyState, Receipt, Drawing, Icon
 * Waiting, Progress, WaitingButtons       work in the background: how far it has come, stop, and what came of it in the same place
 * Figure with BarChart, StackedBar, Sparkline, TileMap, and always a ChartTable
 * assetUrl, serveAsset (/assets/*), themeUrl, serveTheme (/tema/*), municipalityThemeCss, safeLogo
 */
export { Page, type PageProps, type FlashMessage, type PageMunicipality } from './page.tsx'
export type { NavItem, PagePerson } from './page-header.tsx'
export type { Contact } from './page-footer.tsx'
export { PageTitle, Section, Split, Grid, Prose } from './layout.tsx'
export type { Crumb } from './breadcrumbs.tsx'
export { languageHref } from './languages.tsx'
export { Alert } from './alert.tsx'
export { Icon, type IconName } from './icon.tsx'
export { Button, ButtonRow, LinkButton, type ButtonProps, type Variant } from './buttons.tsx'
export { Card, DefinitionList, KeyFacts, type CardProps, type Fact } from './card.tsx'
export { DueDate, Money, Tag, type Tone } from './status.tsx'
export { Steps, type Step } from './steps.tsx'
export { DataTable, type Column, type DataTableProps } from './data-table.tsx'
export { Details, Pagination, Tabs, type Tab } from './navigation.tsx'
export { FilterBar, FilterChoice, type FilterBarProps } from './filter-bar.tsx'
export { Timeline, type TimelineItem } from './timeline.tsx'
export { Meter, type MeterProps } from './meter.tsx'
export { Progress, Waiting, WaitingButtons } from './progress.tsx'
export { ActionBar, SaveState } from './working.tsx'
export type { DrawingName } from './drawings.tsx'
export { EmptyState } from './empty-state.tsx'
export { Receipt, type ReceiptProps } from './receipt.tsx'
export { Fieldset, fieldId, type FieldBase } from './fields/field.tsx'
export { DateField, TextArea, TextField, type TextProps } from './fields/text-fields.tsx'
export { AmountField, NumberField, type NumberProps } from './fields/number-fields.tsx'
export { Checkbox, CheckboxGroup, RadioGroup, SelectField, YesNo, type Option } from './fields/choice-fields.tsx'
export { FileField, HiddenFields, type FileProps } from './fields/file-field.tsx'
export { ErrorSummary, type FieldProblem } from './fields/error-summary.tsx'
export { BarChart, type Bar, type BarChartProps } from './charts/bar-chart.tsx'
export { StackedBar, type StackedBarProps, type StackedRow } from './charts/stacked-bar.tsx'
export { Sparkline, type SparklineProps } from './charts/sparkline.tsx'
export { TileMap, type Tile, type TileMapProps } from './charts/tile-map.tsx'
export { ChartTable, Figure, type ChartTableProps } from './charts/chart-table.tsx'
export { assetUrl, loadAssets, serveAsset, type AssetName } from './assets.ts'
export { municipalityThemeCss, serveTheme, themeUrl, type MunicipalityColors } from './styles.ts'
export { safeLogo } from './logo.ts'
