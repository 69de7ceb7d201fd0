package fr.minutier.typesetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that all acts share, by section and key, as a coordinator writes them in {@code mots.yaml}: what a record
 * knows as a key, an act prints as a word from here. Immutable.
 */
public final class Lexicon {
    /** Without any word; for templates that print none. */
    public static final Lexicon EMPTY = new Lexicon(Map.of());

    private static final String MONTHS = "mois";
    private static final String FIRST_DAY = "premier";
    private static final Set<String> MONTH_KEYS = Stream.concat(
                    Stream.of(FIRST_DAY),
                    Stream.iterate(1, i -> i + 1).limit(12).map(Lexicon::month))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Map<String, String>> sections;

    private Lexicon(Map<String, Map<String, String>> sections) {
        this.sections = sections;
    }

    /**
     * What may stand in one section.
     *
     * @param required keys without which an act could not be printed
     * @param allowed whether another key may stand there
     */
    public record Keys(Set<String> required, java.util.function.Predicate<String> allowed) {
        /** Exactly the names of these constants. */
        public static Keys of(Class<? extends Enum<?>> constants) {
            return new Keys(
                    Stream.of(constants.getEnumConstants()).map(Enum::name).collect(Collectors.toUnmodifiableSet()),
                    key -> false);
        }
    }

    /**
     * Reads the words. The names of the months, and that of the first day, are always asked for.
     *
     * @param file its name, for messages
     * @param keys of each section that there must be
     * @throws InvalidTemplate with all faults: a section or a key that is missing or unknown
     */
    public static Lexicon load(String file, String yaml, Map<String, Keys> keys) {
        Faults faults = new Faults(file);
        YamlReader all = YamlReader.read(yaml, faults);
        Map<String, Keys> expected = new TreeMap<>(keys);
        expected.put(MONTHS, new Keys(MONTH_KEYS, key -> false));
        Map<String, Map<String, String>> sections = new TreeMap<>();
        expected.forEach((section, allowed) -> sections.put(section, section(all.group(section), allowed)));
        all.refuseOthers();
        faults.raise();
        return new Lexicon(sections);
    }

    private static Map<String, String> section(YamlReader reader, Keys keys) {
        Map<String, String> words = new TreeMap<>();
        for (String key : keys.required().stream().sorted().toList()) {
            words.put(key, reader.required(key, "", Function.identity()));
        }
        for (String key : reader.keys()) {
            if (keys.allowed().test(key)) {
                words.put(key, reader.value(key, "", Function.identity()));
            }
        }
        reader.refuseOthers();
        return words;
    }

    /** The word of a key; of a key that has none, where the section allows it, that of {@code AUTRE}. */
    String word(String section, String key) {
        Map<String, String> words = Objects.requireNonNull(sections.get(section), section);
        String word = words.containsKey(key) ? words.get(key) : words.get("AUTRE");
        return Objects.requireNonNull(word, key);
    }

    boolean knows(String section) {
        return sections.containsKey(section);
    }

    /** The word that a template names {@code section.key}. */
    Optional<String> find(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        sections.getOrDefault(name.substring(0, dot), Map.of()).get(name.substring(dot + 1)));
    }

    /** All names that {@link #find} knows. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        sections.forEach((section, words) -> words.keySet().forEach(key -> names.add(section + "." + key)));
        return names;
    }

    /** {@code 1er juin 2026}, its parts joined by no-break spaces. */
    String date(LocalDate day) {
        String number = day.getDayOfMonth() == 1 ? word(MONTHS, FIRST_DAY) : Integer.toString(day.getDayOfMonth());
        return number + '\u00a0' + word(MONTHS, month(day.getMonthValue())) + '\u00a0' + day.getYear();
    }

    private static String month(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
