package fr.minutier.session;

import fr.minutier.certification.Component;

/**
 * A component and the mark that counts for it: the one that the jury settled, else the one reported.
 *
 * @param mark the mark that outcomes are computed from
 */
public record ComponentMark(Component component, Mark mark) {}
