//! Where do the columns of a statement stand? Asked by name once a statement, not once a row: to find a name, the database
//! is asked for the name of every column before it, and a session has sixty.

/// A struct that holds the place of each column under its name.
macro_rules! columns {
    ($name:ident { $($column:ident),+ $(,)? }) => {
        /// Places of the columns in the rows of a statement.
        #[allow(clippy::struct_field_names, reason = "named as the columns are")]
        struct $name { $($column: usize),+ }

        impl $name {
            fn of(statement: &rusqlite::Statement<'_>) -> crate::store::Answer<Self> {
                Ok(Self { $($column: statement.column_index(stringify!($column))?),+ })
            }
        }
    };
}

pub(crate) use columns;
