//! Device: the program that put the document together, with its version.

use serde::Serialize;

use super::datatype::Concept;
use super::narrative::Narrative;
use super::resource_id::ResourceId;
use super::{Context, words};

/// Device.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct Device {
    id: ResourceId,
    text: Narrative,
    #[serde(rename = "deviceName")]
    name: [DeviceName; 1],
    #[serde(rename = "type")]
    kind: Concept,
    version: [Version; 1],
}

#[derive(Clone, Debug, Serialize)]
struct DeviceName {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Version {
    value: &'static str,
}

impl Device {
    pub(super) fn of(context: &Context) -> Self {
        Self {
            id: context.device,
            text: Narrative::line(&format!("{} {}", words::APP, context.version)),
            name: [DeviceName { name: words::APP, kind: "user-friendly-name" }],
            kind: Concept::words(words::APP_KIND),
            version: [Version { value: context.version }],
        }
    }
}
