package fr.minutier.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What one part of the suite found: medians of each thing measured, and ratios beside their bounds. */
final class Findings {
    private final String part;
    private final Map<String, Map<String, List<Double>>> measured = new LinkedHashMap<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Bound(String name, double value, boolean atLeast, double limit) {
        boolean met() {
            return atLeast ? value >= limit : value <= limit;
        }
    }

    Findings(String part) {
        this.part = part;
    }

    /** Adds what one round gave. */
    void add(String what, String quantity, double value) {
        measured.computeIfAbsent(what, key -> new LinkedHashMap<>())
                .computeIfAbsent(quantity, key -> new ArrayList<>())
                .add(value);
    }

    boolean has(String what) {
        return measured.containsKey(what);
    }

    /** The median of all rounds. */
    double median(String what, String quantity) {
        return median(rounds(what, quantity));
    }

    /** The median, over the rounds, of the ratio within a round. */
    double ratio(String what, String toWhat, String quantity) {
        List<Double> ratios = new ArrayList<>();
        List<Double> numerators = rounds(what, quantity);
        List<Double> denominators = rounds(toWhat, quantity);
        for (int i = 0; i < Math.min(numerators.size(), denominators.size()); i++) {
            ratios.add(numerators.get(i) / denominators.get(i));
        }
        return median(ratios);
    }

    private List<Double> rounds(String what, String quantity) {
        return measured.get(what).get(quantity);
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    void atLeast(String name, double value, double limit) {
        bounds.add(new Bound(name, value, true, limit));
    }

    void atMost(String name, double value, double limit) {
        bounds.add(new Bound(name, value, false, limit));
    }

    void note(String note) {
        notes.add(note);
    }

    /** Prints the table, and writes all rounds to {@code target/bench/PART.json}. */
    void tell(PrintStream out) throws IOException {
        out.printf("%n%s, medians of the rounds%n", part);
        measured.forEach((what, quantities) -> {
            StringBuilder line = new StringBuilder(String.format("  %-32s", what));
            quantities.forEach((quantity, rounds) ->
                    line.append(String.format(Locale.ROOT, "  %,12.2f %s", median(rounds), quantity)));
            out.println(line);
        });
        for (Bound bound : bounds) {
            out.printf(
                    Locale.ROOT,
                    "  %-64s %12.2f  %s %.2f  %s%n",
                    bound.name,
                    bound.value,
                    bound.atLeast ? ">=" : "<=",
                    bound.limit,
                    bound.met() ? "met" : "NOT MET");
        }
        notes.forEach(note -> out.println("  " + note));
        Path file = Files.createDirectories(Path.of("target/bench")).resolve(part + ".json");
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), Files.newOutputStream(file))) {
            write(json);
        }
        out.println("  " + file);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("part", part);
        json.writeStringProperty("java", Runtime.version().toString());
        json.writeNumberProperty("processors", Runtime.getRuntime().availableProcessors());
        json.writeName("measured");
        json.writeStartObject();
        measured.forEach((what, quantities) -> {
            json.writeName(what);
            json.writeStartObject();
            quantities.forEach((quantity, rounds) -> {
                json.writeName(quantity);
                json.writeStartArray();
                rounds.forEach(json::writeNumber);
                json.writeEndArray();
            });
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeName("bounds");
        json.writeStartArray();
        for (Bound bound : bounds) {
            json.writeStartObject();
            json.writeStringProperty("name", bound.name);
            json.writeNumberProperty("value", bound.value);
            json.writeNumberProperty(bound.atLeast ? "at-least" : "at-most", bound.limit);
            json.writeBooleanProperty("met", bound.met());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("notes");
        json.writeStartArray();
        notes.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
