//! `tidemark completions` and `tidemark man`, made from the same definition as the help.

use std::io::Write;

use clap::CommandFactory;

use crate::args::Cli;
use crate::failure::Failure;

pub(crate) fn completions(shell: clap_complete::Shell, out: &mut dyn Write) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "tidemark", &mut script);
    Ok(out.write_all(&script)?)
}

pub(crate) fn page(out: &mut dyn Write) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    Ok(out.write_all(&page)?)
}
