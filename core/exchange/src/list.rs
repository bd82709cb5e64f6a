//! Lists in one cell: items joined by ` | `, as the model writes them.

use tidemark_model::FieldValue as _;

/// The items of a list.
pub(crate) fn items(text: &str) -> Vec<String> {
    Vec::from_text(text).unwrap_or_default()
}

/// The list of some items.
pub(crate) fn joined(items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
    items.to_text().unwrap_or_default()
}
