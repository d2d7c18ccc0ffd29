// Until when a recipient may ask for an instalment that is paid on request.

/**
 * The last day to ask: the scheme's day of the year, the first time it comes on or after the award. Undefined where the scheme
 * sets none.
 */
export function lastDayToClaim(monthDay: string | undefined, awardedOn: string): string | undefined {
  if (!monthDay) return undefined
  const year = Number(awardedOn.slice(0, 4))
  const same = `${year}-${monthDay}`
  return same >= awardedOn ? same : `${year + 1}-${monthDay}`
}
