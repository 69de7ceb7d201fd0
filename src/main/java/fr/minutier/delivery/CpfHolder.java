package fr.minutier.delivery;

import fr.minutier.certification.Route;
import fr.minutier.session.Candidate;
import fr.minutier.session.CivilStatus;
import fr.minutier.session.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One holder of a certification, with all that the SI-CPF asks of him.
 *
 * @param technicalId by which the Caisse des dépôts names him in its answer: the number of his certificate
 * @param firstNames one to three
 * @param sex {@code F} or {@code M}
 * @param communeCode INSEE code of the commune of birth; null for somebody born abroad
 * @param communeName null when it is not known
 * @param countryCode INSEE code of the country of birth
 * @param access how he came to the certification, in the words of the SI-CPF; null where these need more than is known
 */
public record CpfHolder(
        String technicalId,
        String birthName,
        @Nullable String usageName,
        List<String> firstNames,
        LocalDate birthDate,
        String sex,
        @Nullable String communeCode,
        @Nullable String communeName,
        String countryCode,
        @Nullable String access) {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_FIRST_NAMES = 3;
    private static final String FRANCE = "99100";
    private static final Pattern COMMUNE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");
    private static final Pattern COUNTRY = Pattern.compile("99[0-9]{3}");
    /** A first name ends at a comma; where there is none, at a space. */
    private static final Pattern COMMA = Pattern.compile("\\s*[,;]\\s*");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Keeps its own copy of the first names. */
    public CpfHolder {
        firstNames = List.copyOf(firstNames);
    }

    /**
     * What came of reading a candidate.
     *
     * @param holder empty when something is missing
     * @param missing what is missing or cannot be used, each in a few French words
     */
    public record Reading(Optional<CpfHolder> holder, List<String> missing) {
        /** Keeps its own copy. */
        public Reading {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Reads a candidate.
     *
     * @param technicalId number of his certificate
     */
    public static Reading of(Candidate candidate, String technicalId) {
        Identity identity = candidate.identity();
        CivilStatus status = candidate.civilStatus();
        List<String> missing = new ArrayList<>();
        String name = usable(identity.birthName(), "Nom de naissance", missing);
        String usage = identity.usageName() == null ? null : usable(identity.usageName(), "Nom d’usage", missing);
        List<String> firstNames = firstNames(Objects.requireNonNullElse(identity.firstNames(), ""));
        if (firstNames.isEmpty() || firstNames.stream().anyMatch(first -> first.length() > LONGEST_NAME)) {
            missing.add("Prénoms");
        }
        if (identity.birthDate() == null) {
            missing.add("Date de naissance");
        }
        String sex = sex(status.sex()).orElse(null);
        if (sex == null) {
            missing.add(told("Sexe", status.sex(), "F ou M"));
        }
        String country = status.country();
        if (country == null || !COUNTRY.matcher(country).matches()) {
            missing.add(told("Code pays de naissance", country, "99100 pour la France"));
        }
        String commune = padded(status.commune());
        boolean abroad = country != null && !country.equals(FRANCE);
        if (commune == null ? !abroad : !COMMUNE.matcher(commune).matches()) {
            missing.add(told("Code commune de naissance", commune, "code INSEE de cinq caractères"));
        }
        if (!missing.isEmpty()) {
            return new Reading(Optional.empty(), missing);
        }
        return new Reading(
                Optional.of(new CpfHolder(
                        technicalId,
                        Objects.requireNonNull(name),
                        usage,
                        firstNames,
                        Objects.requireNonNull(identity.birthDate()),
                        Objects.requireNonNull(sex),
                        commune,
                        identity.birthPlace(),
                        Objects.requireNonNull(country),
                        access(candidate.route()))),
                List.of());
    }

    private static @Nullable String usable(@Nullable String name, String column, List<String> missing) {
        if (name == null || name.length() > LONGEST_NAME) {
            missing.add(name == null ? column : column + " (plus de " + LONGEST_NAME + " caractères)");
        }
        return name;
    }

    private static List<String> firstNames(String written) {
        Pattern between = written.contains(",") || written.contains(";") ? COMMA : SPACE;
        return between.splitAsStream(written.strip())
                .filter(first -> !first.isBlank())
                .limit(MOST_FIRST_NAMES)
                .toList();
    }

    private static Optional<String> sex(@Nullable String written) {
        return switch (written == null ? "" : written.strip().toUpperCase(Locale.FRENCH)) {
            case "F", "FÉMININ", "FEMININ", "FEMME" -> Optional.of("F");
            case "M", "H", "MASCULIN", "HOMME" -> Optional.of("M");
            default -> Optional.empty();
        };
    }

    /** A number cell loses the zero at the head of a code. */
    private static @Nullable String padded(@Nullable String commune) {
        String code = commune == null ? null : commune.strip().toUpperCase(Locale.ROOT);
        return code != null && code.matches("[0-9]{4}") ? "0" + code : code;
    }

    private static String told(String column, @Nullable String written, String expected) {
        return column + (written == null ? "" : " («\u00a0" + written + "\u00a0»)") + " (" + expected + ")";
    }

    private static @Nullable String access(@Nullable Route route) {
        return switch (route) {
            case FORMATION_INITIALE -> "FORMATION_INITIALE_HORS_APPRENTISSAGE";
            case APPRENTISSAGE -> "FORMATION_INITIALE_APPRENTISSAGE";
            case FORMATION_CONTINUE -> "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION";
            case CONTRAT_DE_PROFESSIONNALISATION -> "FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION";
            case CANDIDATURE_INDIVIDUELLE -> "CANDIDAT_LIBRE";
            // With VAE goes a kind of VAE that no bordereau knows.
            case VAE -> null;
            case null -> null;
        };
    }
}
