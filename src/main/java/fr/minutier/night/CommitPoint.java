package fr.minutier.night;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places of a night just after which something more is on disk, in the order in which a night first comes to them. A
 * run that is killed right after any of them, and started again, ends as one that was never killed. The journal names
 * them at level DEBUG, with what they are about: {@code PREPARED JURY-2026-JUIN}.
 */
enum CommitPoint {
    /** The register is held, its tables and those of the job repository are there. */
    REGISTER_OPENED,
    /** Executions that a killed run left running are marked failed. */
    JOBS_RECOVERED,
    /** What a killed run had prepared is published or undone, and its work is swept away. */
    LEFTOVERS_SETTLED,
    /** An edition is begun: its number and its day are given. */
    EDITION_BEGUN,
    /** Step "reprise": the session is read again, its work folder is there; so is that of a range, to whoever prints one. */
    TAKEN_UP,
    /** Step "candidats"; of a range, its folder is whole and forced to disk. */
    CANDIDATES_PRINTED,
    /** Step "proces-verbal". */
    MINUTES_PRINTED,
    /** Step "rapports": the work folder is whole. */
    REPORTS_WRITTEN,
    /** Every file of the work folder is forced to disk. */
    SEALED,
    /** The register knows the folder and what it will issue. */
    PREPARED,
    /** What was handed in is kept. */
    KEPT,
    /** The former folder, if any, left its place. */
    MOVED_ASIDE,
    /** The new folder is in its place. */
    MOVED_IN,
    /** Its edition is on record. */
    PUBLISHED,
    /** The former folder is deleted. */
    REPLACED_DELETED,
    /** Step "publication". */
    PUBLICATION_DONE,
    /** The job of the session says that it is complete. */
    JOB_COMPLETED,
    /** {@code output/index.html} is replaced. */
    NIGHT_PAGE_WRITTEN,
    /** {@code output/anomalies.csv} is replaced. */
    NIGHT_ANOMALIES_WRITTEN,
    /** The register's file is closed, its lock given back. */
    REGISTER_CLOSED;

    private static final Logger LOG = LoggerFactory.getLogger(CommitPoint.class);

    /** Says that the night came here. */
    void reached(Object about) {
        LOG.debug("{} {}", this, about);
    }
}
