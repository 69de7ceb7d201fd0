package fr.minutier.certification;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one definition; refuses it with file, line and reason. */
final class DefinitionReader {
    private static final String MALFORMED =
            "YAML mal formé\u00a0: vérifiez l’alignement, les deux-points, les guillemets et les crochets";

    private final String file;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final PersonRuleReader rules = new PersonRuleReader(this);

    private DefinitionReader(String file) {
        this.file = file;
    }

    static Certification read(Path path) throws InvalidDefinition {
        String file = path.getFileName().toString();
        Node root;
        try {
            // Nodes only: no YAML type of a definition is ever instantiated.
            root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(Files.readString(path)));
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
        return new DefinitionReader(file).certification(new YamlMapping(file, root));
    }

    private Certification certification(YamlMapping root) throws InvalidDefinition {
        YamlMapping cited = root.mapping("sources");
        for (String key : cited.keys()) {
            YamlMapping source = cited.mapping(key);
            sources.put(key, new Source(key, source.text("texte"), source.text("objet")));
            source.allRead();
        }
        String code = root.text("code");
        if (!file.equals(code + ".yaml")) {
            throw root.faultAt("code", "le fichier doit porter le nom du code\u00a0: «\u00a0" + code + ".yaml\u00a0»");
        }
        Optional<YamlMapping> validity = root.optionalMapping("validite");
        MarkScale marks = marks(root.mapping("notes"));
        LocalDate from = validity.isPresent() ? validity.get().date("debut").orElse(null) : null;
        LocalDate until = validity.isPresent() ? validity.get().date("fin").orElse(null) : null;
        if (validity.isPresent() && from != null && until != null && from.isAfter(until)) {
            throw validity.get().faultAt("debut", "«\u00a0debut\u00a0» suit «\u00a0fin\u00a0»");
        }
        List<String> visas = new ArrayList<>();
        for (YamlMapping visa : root.mappings("visas")) {
            visas.add(visa.text("texte"));
            source(visa);
            visa.allRead();
        }
        List<Block> blocks = new ArrayList<>();
        for (YamlMapping block : root.mappings("blocs")) {
            blocks.add(block(block, marks));
        }
        List<Exemption> exemptions = new ArrayList<>();
        for (YamlMapping exemption : root.mappings("dispenses")) {
            exemptions.add(exemption(exemption, blocks));
        }
        Certification certification;
        try {
            certification = new Certification(
                    code,
                    root.text("intitule"),
                    root.text("sigle"),
                    level(root),
                    root.text("rncp"),
                    from,
                    until,
                    validity.isPresent() ? source(validity.get()) : marks.source(),
                    sources,
                    visas,
                    root.texts("certificateurs"),
                    root.texts("autorites"),
                    source(root, "source-autorites"),
                    routes(root),
                    source(root, "source-voies"),
                    source(root, "source-vae"),
                    source(root, "source-acquis"),
                    marks,
                    blocks,
                    exemptions,
                    jury(root.mapping("jury")),
                    rules.notification(root),
                    rules.lapse(root));
        } catch (IllegalArgumentException e) {
            throw root.fault(String.valueOf(e.getMessage()));
        }
        if (validity.isPresent()) {
            validity.get().allRead();
        }
        root.allRead();
        return certification;
    }

    private static int level(YamlMapping root) throws InvalidDefinition {
        String level = root.text("niveau");
        if (!level.matches("[3-8]")) {
            throw root.faultAt("niveau", "«\u00a0niveau\u00a0» est un nombre entier de 3 à 8");
        }
        return Integer.parseInt(level);
    }

    private MarkScale marks(YamlMapping marks) throws InvalidDefinition {
        try {
            MarkScale read = new MarkScale(marks.decimal("maximum"), marks.decimal("pas"), source(marks));
            marks.allRead();
            return read;
        } catch (IllegalArgumentException e) {
            throw marks.fault(String.valueOf(e.getMessage()));
        }
    }

    private Block block(YamlMapping block, MarkScale marks) throws InvalidDefinition {
        List<Competence> competences = new ArrayList<>();
        for (YamlMapping competence : block.mappings("competences")) {
            competences.add(new Competence(competence.text("code"), competence.text("intitule")));
            competence.allRead();
        }
        try {
            Block read = new Block(
                    block.text("code"),
                    block.text("intitule"),
                    competences,
                    block.text("colonne-vae"),
                    epreuve(block.mapping("epreuve"), marks));
            block.allRead();
            return read;
        } catch (IllegalArgumentException e) {
            throw block.fault(String.valueOf(e.getMessage()));
        }
    }

    private Epreuve epreuve(YamlMapping epreuve, MarkScale marks) throws InvalidDefinition {
        List<Component> components = new ArrayList<>();
        for (YamlMapping component : epreuve.mappings("composantes")) {
            components.add(component(component));
        }
        List<LengthLimit> lengths = new ArrayList<>();
        for (YamlMapping length : epreuve.mappings("longueurs")) {
            lengths.add(length(length));
        }
        Optional<CompetenceChoice> choice = Optional.empty();
        Optional<YamlMapping> chosen = epreuve.optionalMapping("competence-choisie");
        if (chosen.isPresent()) {
            YamlMapping field = chosen.get();
            choice = Optional.of(new CompetenceChoice(field.text("colonne"), field.text("mesure"), source(field)));
            field.allRead();
        }
        try {
            Epreuve read = new Epreuve(
                    epreuve.text("intitule"),
                    epreuve.text("forme"),
                    epreuve.text("lieu"),
                    epreuve.text("examinateurs"),
                    rules.examiners(epreuve),
                    components,
                    lengths,
                    choice,
                    epreuve.decimal("seuil"),
                    source(epreuve));
            if (!read.passable(marks.maximum())) {
                throw epreuve.faultAt("seuil", "le seuil va de 0 au maximum de points de l’épreuve");
            }
            epreuve.allRead();
            return read;
        } catch (IllegalArgumentException e) {
            throw epreuve.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Component component(YamlMapping component) throws InvalidDefinition {
        try {
            Component read = new Component(
                    component.text("intitule"),
                    component.text("colonne"),
                    component.optionalTexts("alias"),
                    component.decimal("coefficient"),
                    yes(component, "collective"));
            component.allRead();
            return read;
        } catch (IllegalArgumentException e) {
            throw component.fault(String.valueOf(e.getMessage()));
        }
    }

    private LengthLimit length(YamlMapping length) throws InvalidDefinition {
        try {
            LengthLimit read = new LengthLimit(
                    length.text("colonne"),
                    length.text("mesure"),
                    length.text("unite"),
                    length.decimal("minimum"),
                    length.decimal("maximum"),
                    length.textOr("hors", ""),
                    length.text("anomalie"),
                    gravity(length),
                    source(length));
            length.allRead();
            return read;
        } catch (IllegalArgumentException e) {
            throw length.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Gravity gravity(YamlMapping length) throws InvalidDefinition {
        String word = length.text("gravite");
        for (Gravity gravity : Gravity.values()) {
            if (gravity.name().equals(word)) {
                return gravity;
            }
        }
        throw length.faultAt("gravite", "gravité inconnue «\u00a0" + word + "\u00a0»");
    }

    private Exemption exemption(YamlMapping exemption, List<Block> blocks) throws InvalidDefinition {
        Exemption read = new Exemption(
                exemption.text("titre"),
                exemption.optionalTexts("alias"),
                new LinkedHashSet<>(exemption.texts("blocs")),
                source(exemption));
        if (!blocks.stream().map(Block::code).toList().containsAll(read.blocks())) {
            throw exemption.faultAt("blocs", "la dispense " + read.title() + " porte sur un bloc qui n’existe pas");
        }
        exemption.allRead();
        return read;
    }

    private JuryRule jury(YamlMapping jury) throws InvalidDefinition {
        YamlMapping chair = jury.mapping("presidence");
        YamlMapping professionals = jury.mapping("professionnels");
        String[] share = professionals.text("part").split("/", -1);
        try {
            if (share.length != 2) {
                throw new NumberFormatException();
            }
            JuryRule read = new JuryRule(
                    jury.texts("colleges"),
                    chair.texts("colleges"),
                    source(chair),
                    professionals.text("employeurs"),
                    professionals.text("salaries"),
                    Integer.parseInt(share[0]),
                    Integer.parseInt(share[1]),
                    source(professionals),
                    rules.seats(jury));
            chair.allRead();
            professionals.allRead();
            jury.allRead();
            return read;
        } catch (NumberFormatException e) {
            throw professionals.faultAt("part", "«\u00a0part\u00a0» est une fraction, par exemple 1/4");
        } catch (IllegalArgumentException e) {
            throw jury.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Set<Route> routes(YamlMapping root) throws InvalidDefinition {
        Set<Route> routes = EnumSet.noneOf(Route.class);
        for (String word : root.texts("voies")) {
            Route route = null;
            for (Route candidate : Route.values()) {
                if (candidate.label().equals(word)) {
                    route = candidate;
                }
            }
            if (route == null) {
                throw root.faultAt("voies", "voie inconnue «\u00a0" + word + "\u00a0»");
            }
            routes.add(route);
        }
        return routes;
    }

    private static boolean yes(YamlMapping mapping, String key) throws InvalidDefinition {
        String word = mapping.textOr(key, "false");
        return switch (word) {
            case "true", "oui" -> true;
            case "false", "non" -> false;
            default -> throw mapping.faultAt(key, "«\u00a0" + key + "\u00a0» vaut oui ou non");
        };
    }

    Source source(YamlMapping mapping) throws InvalidDefinition {
        return source(mapping, "source");
    }

    private Source source(YamlMapping mapping, String key) throws InvalidDefinition {
        String cited = mapping.text(key);
        Source source = sources.get(cited);
        if (source == null) {
            throw mapping.faultAt(key, "la source «\u00a0" + cited + "\u00a0» manque à la liste «\u00a0sources\u00a0»");
        }
        return source;
    }
}
