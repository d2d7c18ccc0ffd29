import { readWordList } from './lix.ts'

/** Bureaucratic words in English, and what to write instead. */
export const heavyEn = readWordList(
  'en',
  `
in accordance with|under, by
pursuant to|under
in relation to|about
with regard to|about
with respect to|about
with reference to|about
regarding|about
concerning|about
in respect of|for
for the purpose of|to
in order to|to
in the event that|if
in the event of|if
provided that|if
prior to|before
subsequent to|after
upon receipt of|when we get
commence*|start
initiate*|start
terminate*|end
utilise*|use
utilize*|use
utilisation|use
facilitate*|help
endeavour*|try
ascertain*|find out
notwithstanding|despite
hereinafter|from now on
herewith|with this
thereof|of it
therein|in it
aforementioned|that we have named
the said|this
shall|must
deemed|seen as
remittance|payment
remit*|send
expenditure*|spending
furnish*|give
submit*|send
obtain*|get
additional|more
adequate|enough
approximately|about
in excess of|more than
at the present time|now
on a regular basis|regularly
due to the fact that|because
whilst|while
forthwith|at once
i.e.|that is
e.g.|for example
`,
)
