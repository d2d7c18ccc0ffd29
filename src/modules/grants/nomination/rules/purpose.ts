/** What a link to answer a nomination is signed for. */
export const NOMINATION = 'nomination.answer'
/** The job that tells who is proposed. */
export const NOMINATED_JOB = 'tell-nominated'
