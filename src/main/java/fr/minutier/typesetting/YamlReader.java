package fr.minutier.typesetting;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML mapping of which every key must be asked for, with the line of everything. Builds no objects. */
final class YamlReader {
    private final Faults faults;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    private YamlReader(@Nullable Node node, int line, Faults faults) {
        this.faults = faults;
        this.line = line;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (values.put(key, tuple.getValueNode()) != null) {
                    faults.add(
                            line(tuple.getKeyNode()), "« " + key + " » est donné deux fois : gardez une seule ligne");
                }
            }
        } else if (node != null) {
            faults.add(line, "des lignes « clé : valeur » sont attendues ici");
        }
    }

    /** Reads a whole file or front matter. */
    static YamlReader read(String yaml, Faults faults) {
        Node node = null;
        try {
            node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(line, "ce YAML ne se lit pas : vérifiez les deux-points, les guillemets et l'alignement");
        } catch (YAMLException e) {
            faults.add(
                    1,
                    "ce YAML ne se lit pas : il contient un caractère de commande, ou des listes dans des listes sans fin ; enlevez-les");
        }
        return new YamlReader(node, 1, faults);
    }

    /** The mapping under {@code key}. */
    YamlReader group(String key) {
        Node node = node(key);
        return new YamlReader(node, node == null ? line : line(node), faults);
    }

    /** The value under {@code key} made by {@code read}, which throws IllegalArgumentException with a French remedy. */
    <T> T value(String key, T otherwise, Function<String, T> read) {
        Node node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof ScalarNode scalar) {
            try {
                return read.apply(scalar.getValue());
            } catch (IllegalArgumentException e) {
                faults.add(line(node), "« " + key + " : " + scalar.getValue() + " » : " + e.getMessage());
            }
        } else {
            faults.add(line(node), "« " + key + " » attend une seule valeur");
        }
        return otherwise;
    }

    /** As {@link #value}, but the key must be there. */
    <T> T required(String key, T inCaseOfFault, Function<String, T> read) {
        demand(key);
        return value(key, inCaseOfFault, read);
    }

    /** Finds fault when {@code key} is not there. */
    void demand(String key) {
        if (!values.containsKey(key)) {
            faults.add(line, "il manque « " + key + " » : ajoutez cette ligne");
        }
    }

    /** The keys, in the order of the file. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The line of the value under {@code key}, or of the mapping. */
    int lineOf(String key) {
        Node node = values.get(key);
        return node == null ? line : line(node);
    }

    /** Refuses every key that nobody asked for. */
    void refuseOthers() {
        values.forEach((key, node) -> {
            if (!asked.contains(key)) {
                faults.add(
                        line(node),
                        "« " + key + " » est inconnu : enlevez-le ou écrivez "
                                + String.join(", ", Vocabulary.nearest(key, asked)));
            }
        });
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
