package fr.minutier.session;

import org.jspecify.annotations.Nullable;

/**
 * What the register of holders at the Caisse des dépôts asks of a person beside his identity, as written in the
 * bordereau. No act bears it, and what is missing stops nothing else.
 *
 * @param sex as written
 * @param commune code of the commune of birth, as written
 * @param country code of the country of birth, as written
 */
public record CivilStatus(
        @Nullable String sex,
        @Nullable String commune,
        @Nullable String country) {
    /** The bordereau says nothing. */
    public static final CivilStatus NONE = new CivilStatus(null, null, null);
}
