package fr.minutier.bench;

import fr.minutier.act.Statements;
import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the statements for the producers in other languages: words as JSON, pictures and fonts as files. */
final class ForeignContent implements Content.Page {
    private final JsonGenerator json;

    private ForeignContent(JsonGenerator json) {
        this.json = json;
    }

    /** Writes them all to a folder, and gives that back. */
    static Path write(Statements statements, Path folder) throws Exception {
        Files.createDirectories(folder);
        for (Faces face : Faces.values()) {
            face.copy(folder.resolve("fonts"));
        }
        Files.write(folder.resolve("logo.png"), statements.all().getFirst().logo());
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(
                        ObjectWriteContext.empty(), Files.newOutputStream(folder.resolve("statements.json")))) {
            json.writeStartArray();
            for (Content content : statements.all()) {
                Files.write(folder.resolve("qr-" + content.number() + ".png"), new QrPicture(content.code()).png());
                json.writeStartArray();
                content.tell(new ForeignContent(json));
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return folder;
    }

    private void begin(String kind) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind);
    }

    private void spans(Text text) {
        json.writeStartArray();
        for (Text.Span span : text.spans()) {
            json.writeStartObject();
            json.writeStringProperty("text", span.text());
            json.writeBooleanProperty("bold", span.bold());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void heading(int level, String words) {
        begin("heading");
        json.writeNumberProperty("level", level);
        json.writeStringProperty("text", words);
        json.writeEndObject();
    }

    @Override
    public void paragraph(Text text) {
        begin("paragraph");
        json.writeName("spans");
        spans(text);
        json.writeEndObject();
    }

    @Override
    public void table(Block.Table table) {
        begin("table");
        json.writeName("shares");
        json.writeStartArray();
        table.columns().forEach(column -> json.writeNumber(column.share()));
        json.writeEndArray();
        json.writeName("right");
        json.writeStartArray();
        table.columns().forEach(column -> json.writeBoolean(column.align() == Block.Align.RIGHT));
        json.writeEndArray();
        json.writeName("rows");
        json.writeStartArray();
        row(table.header());
        table.rows().forEach(this::row);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void row(Block.Row row) {
        json.writeStartArray();
        row.cells().forEach(cell -> spans(cell.text()));
        json.writeEndArray();
    }

    @Override
    public void logo() {
        begin("logo");
        json.writeEndObject();
    }

    @Override
    public void code() {
        begin("code");
        json.writeEndObject();
    }
}
