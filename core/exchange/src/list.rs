//! Lists in one cell: items joined by ` | `, as the model writes them.

use tidemark_model::{FieldValue as _, Invalid, ListItem};

/// An item as it is.
struct Item(String);

impl ListItem for Item {
    fn to_item(&self) -> String {
        self.0.clone()
    }

    fn from_item(text: &str) -> Result<Self, Invalid> {
        Ok(Self(text.to_owned()))
    }
}

/// The items of a list.
pub(crate) fn items(text: &str) -> Vec<String> {
    Vec::<Item>::from_text(text).unwrap_or_default().into_iter().map(|item| item.0).collect()
}

/// The list of some items.
pub(crate) fn joined(items: &[&str]) -> String {
    let items: Vec<Item> = items.iter().map(|item| Item((*item).to_owned())).collect();
    items.to_text().unwrap_or_default()
}
