/**
 * What worked an answer out, stored with every check. The first part is ours: raise it whenever any expression could
 * answer otherwise than before; the second is the grammar's package. A test holds it against what is installed.
 */
export const EVALUATOR_VERSION = 'torg-feel-2/feelin-8.2.0'
