//! Which method made a number: its name and variant, carried by every result.

/// A method's name and variant, in the words of the literature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// The method, as on the command line: `gls-trend`.
    pub name: &'static str,
    /// The variant that ran, in one line; empty when there is only one.
    pub variant: &'static str,
}

impl Method {
    /// A method with the variant that ran.
    pub(crate) const fn new(name: &'static str, variant: &'static str) -> Self {
        Self { name, variant }
    }
}
