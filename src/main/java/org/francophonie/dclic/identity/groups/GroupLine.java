package org.francophonie.dclic.identity.groups;

import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.platform.ids.GroupId;

/**
 * One group of a list.
 *
 * @param groups directly below it
 * @param people who belong to it, whoever is responsible for it included
 */
public record GroupLine(GroupId id, String name, Kind kind, int groups, int people) {}
