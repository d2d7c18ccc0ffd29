import { readWordList } from './lix.ts'

/** Bureaucratic words in nynorsk, words taken from bokmål among them, and what to write instead. */
export const heavyNn = readWordList(
  'nn',
  `
herunder|mellom anna
vedrørande|om
angåande|om
i henhald til|etter
i høve til|etter, mot
i samsvar med|etter
i medhald av|etter
med heimel i|etter
med bakgrunn i|fordi, på grunn av
på bakgrunn av|fordi, på grunn av
under tilvising til|sjå
med tilvising til|sjå
når det gjeld|om, for
i samband med|ved, om
i relasjon til|om
relatert til|om, knytt til
med omsyn til|om
omsynta*|ta omsyn til
hensynta*|ta omsyn til
iverksett*|setje i gang
sette i verk|setje i gang
setje i verk|setje i gang
effektuer*|gjennomføre
igangset*|setje i gang
føreta|gjere
føretar|gjer
føreteke|gjort
foretas|blir gjort
føreligg*|finst, er her
foreligg*|finst, er her
førefinst|finst
framkjem|står, går fram
framgår|står
anmod*|be
oppmod*|be
anfør*|skrive, seie
anvend*|bruke
nytte seg av|bruke
benytt*|bruke
besørg*|syte for
bistå*|hjelpe
bistand|hjelp
medfør*|føre til
vederlagsfri*|gratis
vederlag|betaling
erlegg*|betale
påløp*|kome til
innehar|har
inneha*|ha
innsend*|sende inn
oversend*|sende
framsend*|sende
tilsend*|sende
tilkjennegi*|seie, vise
tilvegebring*|skaffe
tilretteleggje|leggje til rette
tilrettelegg|legg til rette
ferdigstil*|gjere ferdig
utarbeid*|lage, skrive
således|slik, difor
såframt|dersom
føresett at|dersom
kor vidt|om
vedlagt følgjer|vi legg ved
vedkomande|personen
ovannemnde|det vi har nemnt
nedanståande|det som står under
førstnemnde|den første
sistnemnde|den siste
omhandl*|handle om
respektive|kvar sin
fortrinnsvis|helst
primært|først og fremst
samt|og
jamfør|sjå
jf.|sjå
per dags dato|i dag
innan utgangen av|før … er slutt
til ei kvar tid|alltid
til ein kvar tid|alltid
ytterlegare|fleire, meir
tilfredsstillande|god nok
hensiktsmessig*|som passar
føremålstenleg*|som passar
vesentleg*|viktig, stor
imøtekom*|seie ja til
beror på|er avhengig av
rettidig|i tide
skriftleg førespurnad|brev eller e-post
tilskotsrettkomen|kan få tilskot
`,
)
