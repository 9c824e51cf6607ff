-- The bytes of a file by its hash.
select content
from material_file
where hash = $hash
