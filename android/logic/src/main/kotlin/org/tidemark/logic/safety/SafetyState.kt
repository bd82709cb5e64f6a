package org.tidemark.logic.safety

import org.tidemark.bindings.OpenContact
import org.tidemark.logic.Problem

/** Whom to call and what helps. Reads what was marked open while the diary is locked, and everything when it is not. */
public data class SafetyState(
    val read: Boolean = false,
    /** Whether the diary is shut: then only what the person marked open stands here. */
    val locked: Boolean = true,
    /** The person's own contacts, in their order; they come first. */
    val own: List<OpenContact> = emptyList(),
    /** Lines of the plan by section; while locked, under one section without a name. */
    val plan: List<PlanPart> = emptyList(),
    /** The region chosen; none when the phone does not know. */
    val region: String? = null,
    /** Regions that can be chosen. */
    val regions: List<String> = emptyList(),
    /** Whether the regions are shown to choose from. */
    val choosing: Boolean = false,
    /** Services of the region; of all regions when none was chosen. */
    val services: List<CrisisEntry> = emptyList(),
    /** The number the device could not dial or write to: it is shown large, to be typed elsewhere. */
    val byHand: String? = null,
    /** Why something could not be read; what was read stands all the same. */
    val problem: Problem? = null,
)

/** Lines of one section of the safety plan; [section] is its code. */
public data class PlanPart(val section: String?, val lines: List<String>)
