//! Level and shape of a dated series over time: `local-level`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer};

use super::options::FileOption;
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// Level of every day by the local-level model (columns date,value)
    LocalLevel {
        #[command(flatten)]
        file: FileOption,
    },
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::LocalLevel { file } => engine::local_level(&input::series(file.file, stdin)?).answer(),
    })
}
