package fr.minutier.certification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The part of JSON Schema that the schema of definitions uses, read from that schema; JSON is YAML too. */
final class Schema {
    private final Map<String, Object> root;

    Schema(Path file) throws IOException {
        root = map(new Yaml().load(Files.readString(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** What in a definition the schema does not allow; empty when all is well. */
    List<String> faults(String yaml) {
        return faults(new Yaml().load(yaml), root, "");
    }

    /** The names of all fields that the schema knows. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        collect(root, fields);
        return fields.stream().distinct().sorted().toList();
    }

    private void collect(Object schema, List<String> fields) {
        if (schema instanceof Map<?, ?> node) {
            if (node.get("properties") instanceof Map<?, ?> properties) {
                properties.keySet().forEach(name -> fields.add(name.toString()));
            }
            node.values().forEach(value -> collect(value, fields));
        } else if (schema instanceof List<?> items) {
            items.forEach(item -> collect(item, fields));
        }
    }

    private List<String> faults(Object value, Map<String, Object> schema, String where) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Object> rule : schema.entrySet()) {
            faults.addAll(rule(value, rule.getKey(), rule.getValue(), schema, where));
        }
        return faults;
    }

    private List<String> rule(Object value, String key, Object rule, Map<String, Object> schema, String where) {
        List<String> faults = new ArrayList<>();
        switch (key) {
            case "$ref" -> {
                String name = rule.toString().substring("#/$defs/".length());
                faults.addAll(faults(value, map(map(root.get("$defs")).get(name)), where));
            }
            case "type" -> refused(!typed(value, rule.toString()), where + " is no " + rule, faults);
            case "const" -> refused(!rule.equals(value), where + " is not " + rule, faults);
            case "enum" -> refused(!((List<?>) rule).contains(value), where + " is none of " + rule, faults);
            case "pattern" ->
                refused(
                        !(value instanceof Date) && !value.toString().matches(rule.toString()),
                        where + " is not like " + rule,
                        faults);
            case "minimum" ->
                refused(
                        value instanceof Integer number && number < (Integer) rule,
                        where + " is below " + rule,
                        faults);
            case "maximum" ->
                refused(
                        value instanceof Integer number && number > (Integer) rule,
                        where + " is above " + rule,
                        faults);
            case "minLength" -> refused(value.toString().isEmpty(), where + " is empty", faults);
            case "minItems" -> refused(value instanceof List<?> list && list.isEmpty(), where + " is empty", faults);
            case "minProperties" ->
                refused(value instanceof Map<?, ?> any && any.isEmpty(), where + " is empty", faults);
            case "items" -> {
                if (value instanceof List<?> list) {
                    list.forEach(item -> faults.addAll(faults(item, map(rule), where + "[]")));
                }
            }
            case "required" -> {
                if (value instanceof Map<?, ?> known) {
                    ((List<?>) rule)
                            .forEach(name -> refused(!known.containsKey(name), where + " lacks " + name, faults));
                }
            }
            case "properties" -> {
                if (value instanceof Map<?, ?> known) {
                    map(rule).forEach((name, of) -> {
                        if (known.containsKey(name)) {
                            faults.addAll(faults(Objects.requireNonNull(known.get(name)), map(of), where + "/" + name));
                        }
                    });
                }
            }
            case "additionalProperties" -> {
                Map<String, Object> properties = map(schema.getOrDefault("properties", Map.of()));
                if (value instanceof Map<?, ?> known) {
                    known.forEach((name, of) -> {
                        if (rule instanceof Map<?, ?>) {
                            faults.addAll(faults(of, map(rule), where + "/" + name));
                        } else {
                            refused(!properties.containsKey(name.toString()), where + " has " + name, faults);
                        }
                    });
                }
            }
            case "anyOf", "oneOf" -> {
                long fit = ((List<?>) rule)
                        .stream()
                                .filter(of -> faults(value, map(of), where).isEmpty())
                                .count();
                refused(key.equals("anyOf") ? fit < 1 : fit != 1, where + " fits " + fit + " of " + key, faults);
            }
            case "$schema", "$defs", "title", "description" -> {}
            default -> throw new IllegalArgumentException("the schema uses " + key);
        }
        return faults;
    }

    private static void refused(boolean wrong, String sentence, List<String> faults) {
        if (wrong) {
            faults.add(sentence);
        }
    }

    private static boolean typed(Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String || value instanceof Date;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Integer;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> false;
        };
    }
}
