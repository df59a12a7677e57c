/** The day a student was hired, or the last day of the placement where none is given. */
export const hiredDay = (alias: string): string => `ifnull(${alias}.hired_on, ${alias}.ends_on)`;

/** A placement that took place and has no evaluation by the firm. */
export const unevaluatedSql = (alias: string): string =>
  `(${alias}.state IN ('started', 'interrupted', 'completed', 'endedEarly')
     AND NOT EXISTS (SELECT 1 FROM evaluation ev WHERE ev.placement_id = ${alias}.id AND ev.side = 'firm'))`;
