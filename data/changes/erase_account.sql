-- Who is erased has no access any more: an address that is nobody's would let nobody in.
delete from document
where kind = 'account' and id::text in (
    select id from erased where place = 'account' and side is null and is_whole
)
returning id
