/** Small line drawings of our own, for empty places and receipts. They say nothing that the words beside do not. */
export type DrawingName = 'fjord' | 'letter' | 'search' | 'calm' | 'gate'

export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg class="tg-drawing" viewBox="0 0 160 100" width="160" height="100" fill="none" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}

const waves = (
  <g class="tg-drawing__soft">
    <path d="M14 84c6 4 12 4 18 0s12-4 18 0 12 4 18 0 12-4 18 0 12 4 18 0 12-4 18 0 12 4 18 0" />
    <path d="M40 93c5 3 10 3 15 0s10-3 15 0 10 3 15 0 10-3 15 0 10 3 15 0" />
  </g>
)

const drawings = {
  fjord: (
    <>
      <path class="tg-drawing__fill" d="M10 74 44 26l16 22 12-14 28 40z" />
      <path d="M10 74 44 26l16 22 12-14 28 40M38 34l6 7 6-7" />
      <path d="M92 63 116 40l34 34" />
      <circle class="tg-drawing__warm" cx="124" cy="22" r="9" />
      {waves}
      <path d="M70 76h26l-5 7H75zM82 76V58l11 13H82" />
    </>
  ),
  letter: (
    <>
      <rect class="tg-drawing__fill" x="36" y="30" width="80" height="52" rx="4" />
      <path d="M40 30h72a4 4 0 0 1 4 4v44a4 4 0 0 1-4 4H40a4 4 0 0 1-4-4V34a4 4 0 0 1 4-4ZM38 33l38 28 38-28" />
      <circle class="tg-drawing__seal" cx="116" cy="30" r="16" />
      <path class="tg-drawing__onseal" d="m108 30 6 6 10-11" />
      <path class="tg-drawing__soft" d="M12 44h14M8 56h18M14 68h12" />
    </>
  ),
  search: (
    <>
      <path class="tg-drawing__soft" d="M16 84h124" />
      <path class="tg-drawing__fill" d="M26 84l22-34 14 20 10-13 18 27z" />
      <path d="M26 84l22-34 14 20 10-13 18 27" />
      <circle cx="102" cy="42" r="22" />
      <path d="m118 58 18 18" />
      <path class="tg-drawing__soft" d="M92 36c3-6 9-8 14-6" />
    </>
  ),
  calm: (
    <>
      <circle class="tg-drawing__warm" cx="80" cy="44" r="16" />
      <path d="M80 16v-6M60 24l-4-5M100 24l4-5M50 44h-7M117 44h-7" />
      <path class="tg-drawing__fill" d="M10 74c16-14 30-18 46-12 14 5 24 6 38 0 18-8 36-4 56 12z" />
      <path d="M10 74c16-14 30-18 46-12 14 5 24 6 38 0 18-8 36-4 56 12" />
      {waves}
    </>
  ),
  gate: (
    <>
      <path class="tg-drawing__soft" d="M12 84h136" />
      <path class="tg-drawing__fill" d="M56 84V44a24 24 0 0 1 48 0v40z" />
      <path d="M56 84V44a24 24 0 0 1 48 0v40M80 20v64M56 60h48" />
      <path d="M34 84V54M22 84V58M126 84V54M138 84V58M18 66h38M104 66h38" />
      <circle class="tg-drawing__warm" cx="88" cy="66" r="3" />
    </>
  ),
}
