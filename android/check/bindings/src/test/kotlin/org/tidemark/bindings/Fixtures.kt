package org.tidemark.bindings

import java.nio.file.Path

internal const val PASSPHRASE: String = "four plain words here"

/** 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640. */
internal const val EVENING: Long = 1_795_550_640_000

internal const val MINUTE: Long = 60_000
internal const val DAY: Long = 24 * 60 * MINUTE

internal fun at(epochMs: Long): Moment = Moment(epochMs, 3600, "Europe/Berlin")

internal fun newDiary(folder: Path): OpenDiary = OpenDiary.create(pathIn(folder), PASSPHRASE, null, at(EVENING))

internal fun pathIn(folder: Path): String = folder.resolve("my.diary").toString()

internal fun checkIn(at: Long, vararg ratings: Pair<String, Long?>, note: String? = null): CheckInDraft =
    CheckInDraft(
        ratedAt = at(at),
        ratings = ratings.map { (measure, value) -> Rated(measure, value?.times(1000)) },
        note = note,
        recordedBy = RecordedBy.OWN,
    )

/** Fields by name, as a form gives them. */
internal fun fields(vararg given: Pair<String, String?>): List<FieldText> = given.map { (name, text) -> FieldText(name, text) }

internal fun DiaryRecord.text(name: String): String? = fields.single { it.name == name }.text

/** A session of an hour with stress before and after. */
internal fun held(startedAt: Long, before: Long, after: Long): SessionDraft = SessionDraft(
    startedAt = at(startedAt),
    ending = Ending.After(60u),
    status = SessionStatus.HELD,
    modality = Modality.SWEDISH,
    recordedBy = RecordedBy.OWN,
    ratings = listOf(stress(Phase.BEFORE, before), stress(Phase.AFTER, after)),
)

internal fun stress(phase: Phase, value: Long): SessionRatingDraft = SessionRatingDraft(phase, listOf(Rated("stress", value * 1000)))
