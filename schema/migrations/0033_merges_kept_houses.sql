-- Where the one who was kept had lived: who sees none of these, or none of the other's, hears nothing of the merge.
ALTER TABLE merges ADD COLUMN kept_houses TEXT NOT NULL DEFAULT '[]';
UPDATE merges SET kept_houses = (
  SELECT coalesce(json_group_array(DISTINCT o.house_id), '[]') FROM occupancies o WHERE o.person_id = merges.kept_id);
