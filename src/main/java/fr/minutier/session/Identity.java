package fr.minutier.session;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a candidate is, as written in the bordereau. What is missing is null; a candidate whose result is not withheld
 * has a birth name, first names and a birth date.
 */
public record Identity(
        @Nullable String civility,
        @Nullable String birthName,
        @Nullable String usageName,
        @Nullable String firstNames,
        @Nullable LocalDate birthDate,
        @Nullable String birthPlace,
        @Nullable String email,
        @Nullable String school) {
    /** Whether name, first names and birth date are all known. */
    public boolean complete() {
        return birthName != null && firstNames != null && birthDate != null;
    }
}
