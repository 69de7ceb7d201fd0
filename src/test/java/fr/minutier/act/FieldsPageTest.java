package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.typesetting.Champ;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The page beside the templates lists every field of every act as the records declare them. To write it again after a
 * change: {@code ./mvnw test -Dtest=FieldsPageTest -Dminutier.champs=ecrire}.
 */
class FieldsPageTest {
    private static final Path PAGE = Path.of("templates/acts/README.md");
    private static final String BEGIN = "<!-- début des champs, écrits par le programme -->\n";
    private static final String END = "<!-- fin des champs -->\n";

    @Test
    void the_page_lists_every_field_of_every_act() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        String expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + fields() + page.substring(page.indexOf(END));
        if ("ecrire".equals(System.getProperty("minutier.champs"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as("templates/acts/README.md is not up to date: run"
                            + " ./mvnw test -Dtest=FieldsPageTest -Dminutier.champs=ecrire")
                    .isEqualTo(expected);
        }
    }

    private static String fields() {
        Map<Class<?>, Set<String>> names = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("\n## Les champs de chaque acte\n");
        for (ActKind kind : ActKind.values()) {
            text.append("\n### ").append(kind.word()).append(".md\n");
            table(kind.record(), text);
            collect(kind.record(), names);
        }
        text.append("\n## Ce que contiennent ces champs\n");
        names.forEach((type, known) -> {
            text.append("\n### ").append(String.join(", ", known)).append("\n");
            table(type, text);
        });
        return text.append("\n").toString();
    }

    /** The records reached from an act, with the names under which they are. */
    private static void collect(Class<?> record, Map<Class<?>, Set<String>> names) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> nested = nested(component);
            if (nested != null) {
                names.computeIfAbsent(nested, type -> new LinkedHashSet<>())
                        .add("`" + component.getAnnotation(Champ.class).value() + "`");
                collect(nested, names);
            }
        }
    }

    private static @Nullable Class<?> nested(RecordComponent component) {
        if (component.getType().isRecord()) {
            return component.getType();
        }
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                        && item.isRecord()
                ? item
                : null;
    }

    private static void table(Class<?> record, StringBuilder text) {
        text.append("\n| Champ | Sorte | Contenu |\n|---|---|---|\n");
        for (RecordComponent component : record.getRecordComponents()) {
            Champ champ = component.getAnnotation(Champ.class);
            text.append("| `")
                    .append(champ.value())
                    .append("` | ")
                    .append(sort(component, champ))
                    .append(" | ")
                    .append(champ.aide())
                    .append(" |\n");
        }
    }

    private static String sort(RecordComponent component, Champ champ) {
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return "condition";
        }
        if (type.isRecord()) {
            return "groupe de champs";
        }
        if (type == List.class) {
            return nested(component) == null ? "liste de textes" : "liste";
        }
        String sort =
                !champ.mots().isEmpty() ? "mot de `" + champ.mots() + "`" : type == LocalDate.class ? "date" : "texte";
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? sort + ", facultatif" : sort;
    }
}
