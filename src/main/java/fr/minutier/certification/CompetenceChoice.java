package fr.minutier.certification;

/**
 * An épreuve for which the candidate names the competence that his work bears on, one of those of the block.
 *
 * @param column header of its column in the bordereau
 * @param measures column of the component whose work it describes
 */
public record CompetenceChoice(String column, String measures, Source source) {}
