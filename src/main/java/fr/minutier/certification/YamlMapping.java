package fr.minutier.certification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping whose keys are asked for one by one; it knows its lines, and which keys nobody asked for. */
final class YamlMapping {
    private final String file;
    private final Node node;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    YamlMapping(String file, Node node) throws InvalidDefinition {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "une liste de champs «\u00a0nom: valeur\u00a0» est attendue ici");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw fault(tuple.getKeyNode(), "le champ «\u00a0" + key + "\u00a0» est donné deux fois");
            }
            unread.add(key);
        }
    }

    InvalidDefinition fault(String reason) {
        return fault(node, reason);
    }

    InvalidDefinition faultAt(String key, String reason) {
        return fault(entries.getOrDefault(key, node), reason);
    }

    private InvalidDefinition fault(Node where, String reason) {
        return new InvalidDefinition(file, where.getStartMark().getLine() + 1, reason);
    }

    String text(String key) throws InvalidDefinition {
        return scalar(required(key));
    }

    String textOr(String key, String absent) throws InvalidDefinition {
        return entries.containsKey(key) ? text(key) : absent;
    }

    BigDecimal decimal(String key) throws InvalidDefinition {
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException e) {
            throw faultAt(key, "«\u00a0" + key + "\u00a0» doit être un nombre (point décimal)");
        }
    }

    Optional<LocalDate> date(String key) throws InvalidDefinition {
        if (!entries.containsKey(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text(key)));
        } catch (DateTimeParseException e) {
            throw faultAt(key, "«\u00a0" + key + "\u00a0» doit être une date AAAA-MM-JJ");
        }
    }

    /** The texts of a list that names at least one. */
    List<String> texts(String key) throws InvalidDefinition {
        required(key);
        List<String> texts = optionalTexts(key);
        if (texts.isEmpty()) {
            throw faultAt(key, "«\u00a0" + key + "\u00a0» doit nommer au moins une valeur");
        }
        return texts;
    }

    /** The texts of a list; an absent list is empty. */
    List<String> optionalTexts(String key) throws InvalidDefinition {
        List<String> texts = new ArrayList<>();
        for (Node item : sequence(key)) {
            texts.add(scalar(item));
        }
        return texts;
    }

    YamlMapping mapping(String key) throws InvalidDefinition {
        return new YamlMapping(file, required(key));
    }

    Optional<YamlMapping> optionalMapping(String key) throws InvalidDefinition {
        return entries.containsKey(key) ? Optional.of(mapping(key)) : Optional.empty();
    }

    /** The mappings of a list; an absent list is empty. */
    List<YamlMapping> mappings(String key) throws InvalidDefinition {
        List<YamlMapping> mappings = new ArrayList<>();
        for (Node item : sequence(key)) {
            mappings.add(new YamlMapping(file, item));
        }
        return mappings;
    }

    /** The keys of this mapping, in order; each is then asked for. */
    Set<String> keys() {
        return entries.keySet();
    }

    /** A misspelt field would silently drop its rule: every field must have been asked for. */
    void allRead() throws InvalidDefinition {
        if (!unread.isEmpty()) {
            String key = unread.iterator().next();
            throw faultAt(key, "le champ «\u00a0" + key + "\u00a0» est inconnu ici");
        }
    }

    private List<Node> sequence(String key) throws InvalidDefinition {
        if (!entries.containsKey(key)) {
            return List.of();
        }
        Node value = required(key);
        if (!(value instanceof SequenceNode sequence)) {
            throw fault(value, "«\u00a0" + key + "\u00a0» doit être une liste");
        }
        return sequence.getValue();
    }

    private Node required(String key) throws InvalidDefinition {
        Node value = entries.get(key);
        if (value == null) {
            throw fault(node, "le champ «\u00a0" + key + "\u00a0» manque");
        }
        unread.remove(key);
        return value;
    }

    private String scalar(Node value) throws InvalidDefinition {
        if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw fault(value, "un texte est attendu ici");
        }
        return scalar.getValue().strip();
    }
}
