package fr.minutier.certification;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one definition; refuses it with file, line and reason, all faults at once. */
final class DefinitionReader {
    private static final String MALFORMED =
            "YAML mal formé\u00a0: vérifiez l’alignement, les deux-points, les guillemets et les crochets";

    private final String file;
    private final List<InvalidDefinition.Fault> faults = new ArrayList<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private DefinitionReader(String file) {
        this.file = file;
    }

    /** What a definition file holds: exactly one of the two. */
    record Definition(
            @Nullable Certification certification, @Nullable NamedTitle named) {}

    static Definition read(Path path) throws InvalidDefinition {
        String file = path.getFileName().toString();
        DefinitionReader reader = new DefinitionReader(file);
        YamlMapping root = new YamlMapping(file, root(path, file), reader.faults);
        Definition read = root.has("faits-manquants")
                ? new Definition(null, reader.named(root).orElse(null))
                : new Definition(reader.certification(root).orElse(null), null);
        if (!reader.faults.isEmpty()) {
            throw new InvalidDefinition(reader.faults);
        }
        return read;
    }

    private static Node root(Path path, String file) throws InvalidDefinition {
        Node root;
        try {
            // Nodes only: no YAML type of a definition is ever instantiated.
            root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(path)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new InvalidDefinition(file, line, MALFORMED);
        } catch (YAMLException e) {
            throw new InvalidDefinition(file, 0, MALFORMED);
        } catch (CharacterCodingException e) {
            throw new InvalidDefinition(file, 0, "le fichier n’est pas un texte en UTF-8");
        } catch (IOException e) {
            throw new InvalidDefinition(file, 0, "le fichier ne peut pas être lu");
        }
        if (root == null) {
            throw new InvalidDefinition(file, 0, "le fichier est vide");
        }
        return root;
    }

    private Optional<NamedTitle> named(YamlMapping root) {
        String code = code(root);
        sources(root);
        String title = root.text("intitule");
        String acronym = root.text("sigle");
        Integer level = level(root);
        if (level == null) {
            root.fault("le champ «\u00a0niveau\u00a0» manque");
        }
        String rncp = root.textOr("rncp", "");
        String deliveredBy = root.text("delivre-par");
        List<String> missing = root.texts("faits-manquants");
        root.allRead();
        return made(
                0,
                root,
                () -> new NamedTitle(
                        code,
                        title,
                        acronym,
                        level == null ? 0 : level,
                        rncp,
                        List.copyOf(sources.values()),
                        deliveredBy,
                        missing));
    }

    private Optional<Certification> certification(YamlMapping root) {
        sources(root);
        String code = code(root);
        Optional<YamlMapping> validity = root.optionalMapping("validite");
        Optional<MarkScale> marks = root.mapping("notes").flatMap(this::marks);
        LocalDate from = validity.flatMap(dates -> dates.date("debut")).orElse(null);
        LocalDate until = validity.flatMap(dates -> dates.date("fin")).orElse(null);
        if (from != null && until != null && from.isAfter(until)) {
            validity.orElseThrow().faultAt("debut", "«\u00a0debut\u00a0» suit «\u00a0fin\u00a0»");
        }
        Optional<Source> validitySource = validity.map(this::source);
        validity.ifPresent(YamlMapping::allRead);
        List<String> visas = new ArrayList<>();
        for (YamlMapping visa : root.mappings("visas")) {
            visas.add(visa.text("texte"));
            source(visa);
            visa.allRead();
        }
        List<Block> blocks = new BlockReader(root, marks, this).blocks();
        List<Exemption> exemptions = root.mappings("dispenses").stream()
                .map(exemption -> exemption(exemption, blocks))
                .toList();
        String title = root.text("intitule");
        String acronym = root.text("sigle");
        Integer level = level(root);
        String rncp = root.has("rncp") ? root.text("rncp") : null;
        String nature = root.has("nature") ? root.text("nature") : null;
        List<String> certifiers = root.texts("certificateurs");
        List<String> authorities = root.texts("autorites");
        Source authoritiesSource = source(root, "source-autorites");
        RuleReader rules = new RuleReader(this);
        var routes = rules.routes(root);
        Source routesSource = source(root, "source-voies");
        Source vaeSource = source(root, "source-vae");
        Source acquiredSource = source(root, "source-acquis");
        Optional<JuryRule> jury = root.mapping("jury").flatMap(rules::jury);
        List<Activity> activities = rules.activities(root, "referentiel");
        List<String> unknown = root.optionalTexts("inconnus");
        PersonRuleReader persons = new PersonRuleReader(this);
        Optional<NotificationDelay> notification = persons.notification(root);
        Optional<FormerLapse> lapse = persons.lapse(root);
        root.allRead();
        return made(
                0,
                root,
                () -> new Certification(
                        code,
                        title,
                        nature,
                        acronym,
                        level,
                        rncp,
                        from,
                        until,
                        validitySource.orElseGet(() -> marks.orElseThrow().source()),
                        sources,
                        visas,
                        certifiers,
                        authorities,
                        authoritiesSource,
                        routes,
                        routesSource,
                        vaeSource,
                        acquiredSource,
                        marks.orElseThrow(),
                        blocks,
                        exemptions,
                        jury.orElseThrow(),
                        activities,
                        unknown,
                        notification,
                        lapse));
    }

    private String code(YamlMapping root) {
        String code = root.text("code");
        if (!code.isEmpty() && !file.equals(code + ".yaml")) {
            root.faultAt("code", "le fichier doit porter le nom du code\u00a0: «\u00a0" + code + ".yaml\u00a0»");
        }
        return code;
    }

    private void sources(YamlMapping root) {
        root.mapping("sources").ifPresent(cited -> {
            for (String key : cited.keys()) {
                cited.mapping(key).ifPresent(source -> {
                    sources.put(key, new Source(key, source.text("texte"), source.text("objet")));
                    source.allRead();
                });
            }
        });
    }

    private static @Nullable Integer level(YamlMapping root) {
        String level = root.textOr("niveau", "");
        if (level.isEmpty()) {
            return null;
        }
        if (!level.matches("[3-8]")) {
            root.faultAt("niveau", "«\u00a0niveau\u00a0» est un nombre entier de 3 à 8");
            return null;
        }
        return Integer.valueOf(level);
    }

    private Optional<MarkScale> marks(YamlMapping marks) {
        int before = faults();
        var maximum = marks.decimal("maximum");
        var step = marks.decimal("pas");
        Source source = source(marks);
        marks.allRead();
        return made(before, marks, () -> new MarkScale(maximum, step, source));
    }

    private Exemption exemption(YamlMapping exemption, List<Block> blocks) {
        Exemption read = new Exemption(
                exemption.text("titre"),
                exemption.optionalTexts("alias"),
                new LinkedHashSet<>(exemption.texts("blocs")),
                source(exemption));
        // Where a block could not be read, that is the fault.
        if (faults.isEmpty() && !blocks.stream().map(Block::code).toList().containsAll(read.blocks())) {
            exemption.faultAt("blocs", "la dispense " + read.title() + " porte sur un bloc qui n’existe pas");
        }
        exemption.allRead();
        return read;
    }

    /** How many faults were found so far. */
    int faults() {
        return faults.size();
    }

    /**
     * What a mapping says, unless something in it is at fault, or what it says does not hold together.
     *
     * @param before how many faults there were when its reading began
     */
    <T> Optional<T> made(int before, YamlMapping where, Supplier<T> maker) {
        if (faults.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            where.fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Source source(YamlMapping mapping) {
        return source(mapping, "source");
    }

    /** The source that a key cites; an empty one where it cites none that there is. */
    Source source(YamlMapping mapping, String key) {
        String cited = mapping.text(key);
        Source source = sources.get(cited);
        if (source == null) {
            if (!cited.isEmpty()) {
                mapping.faultAt(key, "la source «\u00a0" + cited + "\u00a0» manque à la liste «\u00a0sources\u00a0»");
            }
            return new Source(cited, "", "");
        }
        return source;
    }
}
