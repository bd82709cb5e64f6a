//! Where on the body: a neutral list, the same on screen, in files and on the intake sheet.

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::field::spelled;
use crate::{FieldKind, Invalid};

/// A region of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Region {
    HeadFace,
    Jaw,
    Neck,
    Shoulder,
    UpperBack,
    LowerBack,
    Chest,
    Abdomen,
    Hip,
    Arm,
    Hand,
    Thigh,
    LowerLeg,
    Foot,
}

coded!(Region, "region", {
    HeadFace => "head_face", Jaw => "jaw", Neck => "neck", Shoulder => "shoulder", UpperBack => "upper_back",
    LowerBack => "lower_back", Chest => "chest", Abdomen => "abdomen", Hip => "hip", Arm => "arm", Hand => "hand",
    Thigh => "thigh", LowerLeg => "lower_leg", Foot => "foot",
});

/// Which side of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// Both, or the middle.
    #[default]
    Both,
}

coded!(Side, "side", { Left => "left", Right => "right", Both => "both" });

/// What the person asked for a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaUse {
    /// Work here.
    Focus,
    /// Leave this out.
    Avoid,
}

coded!(AreaUse, "area", { Focus => "focus", Avoid => "avoid" });

/// A region, its side, and what was asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area {
    /// Where.
    pub region: Region,
    /// Which side.
    pub side: Side,
    /// What was asked.
    pub wanted: AreaUse,
}

impl Area {
    /// Reads a region as typed: `neck`, `shoulders`, `left shoulder`, `shoulder:left`.
    ///
    /// # Errors
    /// [`Invalid::Code`] for a region or side that is not on the list.
    pub fn typed(text: &str, wanted: AreaUse) -> Result<Self, Invalid> {
        let text = text.trim().to_lowercase().replace(' ', "_");
        let (region, side) = match text.split_once(':') {
            Some((region, side)) => (region.to_owned(), Side::from_code(side)?),
            None => match (text.strip_prefix("left_"), text.strip_prefix("right_")) {
                (Some(region), _) => (region.to_owned(), Side::Left),
                (_, Some(region)) => (region.to_owned(), Side::Right),
                _ => (text, Side::Both),
            },
        };
        let singular = match region.as_str() {
            "feet" => "foot",
            other => other.strip_suffix('s').unwrap_or(other),
        };
        let region =
            Region::from_code(&region).or_else(|unknown| Region::from_code(singular).map_err(|_| unknown))?;
        Ok(Self { region, side, wanted })
    }
}

impl fmt::Display for Area {
    /// Writes `focus:shoulder:both`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.wanted.code(), self.region.code(), self.side.code())
    }
}

impl FromStr for Area {
    type Err = Invalid;

    /// Reads `focus:shoulder:both`.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let mut parts = text.splitn(3, ':');
        let mut next = || parts.next().unwrap_or_default();
        let (wanted, region, side) = (next(), next(), next());
        Ok(Self {
            region: Region::from_code(region)?,
            side: Side::from_code(side)?,
            wanted: AreaUse::from_code(wanted)?,
        })
    }
}

spelled!(Area, FieldKind::Word);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_as_people_type_them() {
        for (text, code) in [
            ("neck", "focus:neck:both"),
            ("Shoulders", "focus:shoulder:both"),
            ("left shoulder", "focus:shoulder:left"),
            ("feet", "focus:foot:both"),
            ("head_face", "focus:head_face:both"),
            ("arm:right", "focus:arm:right"),
        ] {
            let area = Area::typed(text, AreaUse::Focus).unwrap();
            assert_eq!(area.to_string(), code);
            assert_eq!(code.parse(), Ok(area));
        }
        assert!(Area::typed("soul", AreaUse::Focus).is_err());
    }
}
