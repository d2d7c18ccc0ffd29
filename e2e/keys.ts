import type { Locator, Page } from 'playwright-core'

/** Somebody who uses keys alone, and how many presses it took. */
export interface Keys {
  presses: number
  press(key: string): Promise<void>
  /** Moves with Tab until the focus stands on the element; throws when it is not reached, or shows no focus. */
  to(target: Locator): Promise<void>
  /** Writes what a person would, one press for each character, over what stands there. */
  write(target: Locator, text: string): Promise<void>
}

export function keysOf(page: Page): Keys {
  const self: Keys = {
    presses: 0,
    async press(key) {
      self.presses++
      await page.keyboard.press(key)
    },
    async to(target) {
      await target.waitFor()
      for (let tabs = 0; tabs < 120; tabs++) {
        if (await target.evaluate((each) => each === document.activeElement)) return await seesFocus(target)
        await self.press('Tab')
      }
      throw new Error(`Tab does not lead to ${String(target)}.`)
    },
    async write(target, text) {
      await self.to(target)
      await self.press('ControlOrMeta+a')
      self.presses += text.length
      await page.keyboard.type(text)
    },
  }
  return self
}

async function seesFocus(target: Locator): Promise<void> {
  const seen = await target.evaluate((each) => {
    const shown = (one: Element | null) => {
      if (!one) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5) || boxShadow !== 'none'
    }
    return shown(each) || shown(each.parentElement) || shown(each.closest('.ds-field'))
  })
  if (!seen) throw new Error(`Nobody sees that ${String(target)} has focus.`)
}
