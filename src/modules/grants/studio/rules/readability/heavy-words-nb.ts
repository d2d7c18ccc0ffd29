import { readWordList } from './lix.ts'

/** Bureaucratic words in bokmål, and what to write instead. */
export const heavyNb = readWordList(
  'nb',
  `
herunder|blant annet
vedrørende|om
angående|om
i henhold til|etter
iht.|etter
i samsvar med|etter
i overensstemmelse med|etter
i medhold av|etter
med hjemmel i|etter
med bakgrunn i|fordi, på grunn av
på bakgrunn av|fordi, på grunn av
under henvisning til|se
med henvisning til|se
hva angår|om
når det gjelder|om, for
i forbindelse med|ved, om
i relasjon til|om
relatert til|om, knyttet til
med hensyn til|om
hensyntatt|tatt hensyn til
hensynta*|ta hensyn til
iverksett*|sette i gang
iverksatt*|satt i gang
effektuer*|gjennomføre
igangsett*|sette i gang
foreta|gjøre
foretar|gjør
foretas|blir gjort
foretatt|gjort
foreligger|finnes, er her
forefinnes|finnes
fremkommer|står, går fram
framkommer|står, går fram
fremgår|står
framgår|står
anmode*|be
anføre*|skrive, si
anvende*|bruke
anvendelse|bruk
benytte*|bruke
besørge*|sørge for
bistå*|hjelpe
bistand|hjelp
avstedkomme*|føre til
medføre*|føre til
vederlagsfri*|gratis
vederlag|betaling
erlegge*|betale
påløpe*|komme til
innehar|har
inneha*|ha
innsende*|sende inn
oversende*|sende
fremsende*|sende
tilsende*|sende
tilskrive*|skrive til
tilkjennegi*|si, vise
tilveiebring*|skaffe
tilrettelegge|legge til rette
tilrettelegger|legger til rette
ferdigstill*|gjøre ferdig
utarbeide*|lage, skrive
utbetale vederlag|betale
således|slik, derfor
dog|men
såfremt|hvis
dersom det er slik at|hvis
forutsatt at|hvis
hvorvidt|om
vedlagt følger|vi legger ved
vedkommende|personen
ovennevnte|det vi har nevnt
nedenstående|det som står under
førstnevnte|den første
sistnevnte|den siste
omhandle*|handle om
respektive|hver sin
fortrinnsvis|helst
primært|først og fremst
samt|og
jamfør|se
jf.|se
pr. d.d.|i dag
per dags dato|i dag
innen utgangen av|før … er slutt
til enhver tid|alltid
ytterligere|flere, mer
tilfredsstillende|god nok
hensiktsmessig*|som passer
vesentlig*|viktig, stor
rekvirent*|den som bestiller
søknadsberettiget|kan søke
tilskuddsberettiget|kan få tilskudd
imøtekomme*|si ja til
beror på|avhenger av
rettidig|i tide
skriftlig henvendelse|brev eller e-post
gjennomføring av|å gjennomføre
`,
)
