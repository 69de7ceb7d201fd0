/**
 * What proves a session beside the register itself: its folder on disk, witnesses kept elsewhere, the envelope that can be
 * checked on another machine, backups; and the parcel in which what a session gave is handed over.
 *
 * <p>What does not live here: how documents are made, and what they say. A file is bytes with a digest.
 */
@NullMarked
package fr.minutier.archive;

import org.jspecify.annotations.NullMarked;
