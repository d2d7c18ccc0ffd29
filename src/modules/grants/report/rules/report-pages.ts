// The pages every report has, by the last part of their address.

export const RESULT_PAGE = 'resultat'
export const ACCOUNTS_PAGE = 'regnskap'
export const CONFIRM_PAGE = 'bekreft'
