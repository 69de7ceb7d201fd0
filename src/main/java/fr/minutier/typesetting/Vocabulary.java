package fr.minutier.typesetting;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that an act's record declares, by their French names. A record that breaks the rules is a programmer's error. */
final class Vocabulary {

    /** What a field may be used for. */
    enum Kind {
        TEXT,
        OPTIONAL_TEXT,
        CONDITION,
        RECORD,
        RECORDS,
        TEXTS
    }

    /**
     * One component of a record.
     *
     * @param printed the words for a value
     */
    record Field(
            String name,
            String help,
            Kind kind,
            Method accessor,
            @Nullable Vocabulary nested,
            Function<Object, String> printed) {}

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\d_-]+");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Lexicon lexicon;

    private Vocabulary(Class<?> act, Set<Class<?>> outer, Lexicon lexicon) {
        this.lexicon = lexicon;
        if (!outer.add(act)) {
            throw new IllegalArgumentException(act.getName() + " contains itself");
        }
        for (RecordComponent component : act.getRecordComponents()) {
            Field field = field(act, component, outer);
            if (fields.put(field.name(), field) != null) {
                throw new IllegalArgumentException(act.getName() + " has two fields named " + field.name());
            }
        }
        outer.remove(act);
    }

    static Vocabulary of(Class<? extends Record> act, Lexicon lexicon) {
        return new Vocabulary(act, new HashSet<>(), lexicon);
    }

    Iterable<Field> fields() {
        return fields.values();
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    /** Every name with its help, nested records spelled out with dots. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Field field : fields.values()) {
            names.put(field.name(), field.help());
            if (field.kind() == Kind.RECORD && field.nested() != null) {
                field.nested().names().forEach((name, help) -> names.put(field.name() + "." + name, help));
            }
        }
        return names;
    }

    private Field field(Class<?> act, RecordComponent component, Set<Class<?>> outer) {
        String where = act.getName() + "." + component.getName();
        Champ champ = component.getAnnotation(Champ.class);
        if (champ == null) {
            throw new IllegalArgumentException(where + " has no @Champ");
        }
        if (!NAME.matcher(champ.value()).matches()) {
            throw new IllegalArgumentException(where + ": \"" + champ.value() + "\" is no name for a field");
        }
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Class<?> type = component.getType();
        if (type == String.class || type == LocalDate.class || type.isEnum()) {
            return new Field(
                    champ.value(),
                    champ.aide(),
                    nullable ? Kind.OPTIONAL_TEXT : Kind.TEXT,
                    accessor,
                    null,
                    printed(where, type, champ.mots()));
        }
        if (nullable) {
            throw new IllegalArgumentException(where + ": only a text may be @Nullable");
        }
        if (type == boolean.class) {
            return plain(champ, Kind.CONDITION, accessor, null);
        }
        if (type.isRecord()) {
            return plain(champ, Kind.RECORD, accessor, new Vocabulary(type, outer, lexicon));
        }
        if (type == List.class && itemType(component.getGenericType()) instanceof Class<?> item) {
            if (item == String.class) {
                return plain(champ, Kind.TEXTS, accessor, null);
            }
            if (item.isRecord()) {
                return plain(champ, Kind.RECORDS, accessor, new Vocabulary(item, outer, lexicon));
            }
        }
        throw new IllegalArgumentException(
                where + ": a field is a String, a date, a constant, a boolean, a record, or a"
                        + " List of records or of Strings, not " + component.getGenericType());
    }

    private static Field plain(Champ champ, Kind kind, Method accessor, @Nullable Vocabulary nested) {
        return new Field(champ.value(), champ.aide(), kind, accessor, nested, Object::toString);
    }

    private Function<Object, String> printed(String where, Class<?> type, String section) {
        if (type == LocalDate.class) {
            return day -> lexicon.date((LocalDate) day);
        }
        if (section.isEmpty()) {
            if (type.isEnum()) {
                throw new IllegalArgumentException(where + ": a constant needs the section of its words");
            }
            return Object::toString;
        }
        if (!lexicon.knows(section)) {
            throw new IllegalArgumentException(where + ": no section of words is named " + section);
        }
        return value -> lexicon.word(section, value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    private static @Nullable Type itemType(Type list) {
        return list instanceof ParameterizedType parameterized ? parameterized.getActualTypeArguments()[0] : null;
    }

    /** The known names that look most like {@code wanted}, best first. */
    static List<String> nearest(String wanted, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        names.sort((a, b) -> Integer.compare(distance(wanted, a), distance(wanted, b)));
        return names.subList(0, Math.min(3, names.size()));
    }

    /** Levenshtein's distance, case aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.FRENCH);
        String b = other.toLowerCase(Locale.FRENCH);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
