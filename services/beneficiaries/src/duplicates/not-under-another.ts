/**
 * Of two records of one person in the same branch, lists show the one that was kept. A record of another branch stays in its
 * branch's lists: each sees its own work.
 */
export const NOT_UNDER_ANOTHER = `NOT EXISTS (
  SELECT 1 FROM merge m WHERE m.merged_id = b.id AND m.undone_at IS NULL AND m.kept_branch = m.merged_branch)`;
