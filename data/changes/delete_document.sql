delete from document where id = $id and version = $version returning id
