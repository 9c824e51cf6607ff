delete from document where id = $id and kind = $kind and version = $version returning id
