package fr.minutier.report.annotated;

/** What may stand inside an element. */
sealed interface XmlNode permits XmlElement, XmlNode.Text {

    /** Characters, as they are read: nothing in them is escaped. */
    record Text(String characters) implements XmlNode {}
}
