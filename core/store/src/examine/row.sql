SELECT {columns} FROM {table} WHERE {column} = :id
