package fr.minutier.typesetting;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that may be used at one place of a template: those of the innermost repetition first, then outwards.
 *
 * @param vocabulary the fields of the record here; null inside a list of strings, whose item is named {@code .}
 * @param lexicon the words that all acts share, named {@code mots.section.key}
 */
record Names(@Nullable Vocabulary vocabulary, @Nullable Names outer, Lexicon lexicon) {
    private static final String SHARED = "mots.";

    Scope.@Nullable Field find(String name) {
        if (name.startsWith(SHARED)) {
            return lexicon.find(name.substring(SHARED.length()))
                    .map(word -> new Scope.Field(name, Vocabulary.Kind.TEXT, 0, List.of(), item -> word))
                    .orElse(null);
        }
        int outwards = 0;
        for (Names names = this; names != null; names = names.outer) {
            Scope.Field field = names.findHere(name, outwards);
            if (field != null) {
                return field;
            }
            outwards++;
        }
        return null;
    }

    private Scope.@Nullable Field findHere(String name, int outwards) {
        if (vocabulary == null) {
            return name.equals(".")
                    ? new Scope.Field(name, Vocabulary.Kind.TEXT, outwards, List.of(), Object::toString)
                    : null;
        }
        List<Method> way = new ArrayList<>();
        Vocabulary here = vocabulary;
        Vocabulary.Field found = null;
        for (String step : name.split("\\.", -1)) {
            found = here == null ? null : here.field(step);
            if (found == null) {
                return null;
            }
            way.add(found.accessor());
            here = found.kind() == Vocabulary.Kind.RECORD ? found.nested() : null;
        }
        return found == null ? null : new Scope.Field(name, found.kind(), outwards, List.copyOf(way), found.printed());
    }

    /** The names inside a repetition of {@code field}, which must be one that {@link #find} gave. */
    Names inside(Scope.Field field) {
        return new Names(itemsOf(field), this, lexicon);
    }

    private @Nullable Vocabulary itemsOf(Scope.Field field) {
        Names names = this;
        for (int i = 0; i < field.outwards() && names.outer != null; i++) {
            names = names.outer;
        }
        Vocabulary here = names.vocabulary;
        for (String step : field.name().split("\\.", -1)) {
            Vocabulary.Field found = here == null ? null : here.field(step);
            here = found == null ? null : found.nested();
        }
        return here;
    }

    /** What to write instead of an unknown name: the nearest known ones with their help. */
    String suggestions(String name) {
        if (name.startsWith(SHARED)) {
            return Vocabulary.nearest(name.substring(SHARED.length()), lexicon.names()).stream()
                    .map(near -> "{{" + SHARED + near + "}}")
                    .collect(Collectors.joining(", "));
        }
        Map<String, String> known = new LinkedHashMap<>();
        for (Names names = this; names != null; names = names.outer) {
            if (names.vocabulary == null) {
                known.putIfAbsent(".", "l'élément de la liste");
            } else {
                names.vocabulary.names().forEach(known::putIfAbsent);
            }
        }
        List<String> proposals = new ArrayList<>();
        for (String near : Vocabulary.nearest(name, known.keySet())) {
            proposals.add("{{" + near + "}} (" + known.get(near) + ")");
        }
        return String.join(", ", proposals);
    }
}
