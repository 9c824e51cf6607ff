set variable libraries = $libraries::integer[]
