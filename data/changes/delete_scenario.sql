delete from scenario where id = $id and version = $version returning id
