// @ts-check
/* What the file says of the map, its topics and labels; Payload.java writes it. */

/**
 * The description of the map. Numbers of papers are rows, of topics and themes their places in the
 * lists below.
 *
 * @typedef {object} Meta
 * @property {string} title
 * @property {number} papers how many there are
 * @property {number} neighbors how many nearest papers the file lists for each paper
 * @property {number} keptOf how many nearest papers `neighborsKept` was measured with
 * @property {number} neighborsKept the mean over all papers of `papers.kept`
 * @property {number} trustworthiness of the layout, in [0, 1]
 * @property {number} continuity of the layout, in [0, 1]
 * @property {number | null} firstDay of the dated papers, in days since 1970
 * @property {Column[]} columns the papers' numbers
 * @property {string[]} texts the papers' fields of text
 * @property {Topic[]} topics the largest first
 * @property {Topic[]} subtopics
 * @property {Area[]} areas
 * @property {{coherence: number, diversity: number}} labelQuality the means over all topics
 * @property {Label[]} labels the most important first
 * @property {Record<LabelKind, LabelStyle>} styles
 * @property {{least: number, steps: number}} titles how `papers.titled` codes scales: in steps of
 *   a doubling, from the least scale on
 * @property {number} topicsFrom the scale from which on topics are named; areas are from afar
 * @property {string | null} sizeBy the field that tells how large dots are; null where how often a paper is
 *   among the nearest of others tells it
 * @property {Theme[]} themes
 * @property {Tone[]} tones of the names of a field
 * @property {Provenance} provenance
 * @property {MapHistory | null} history
 */

/**
 * Where a column of whole numbers stands among the bytes; see Columns.java.
 *
 * @typedef {object} Column
 * @property {string} name
 * @property {number} offset of its first byte
 * @property {number} length how many numbers it has
 * @property {number} width bytes a number, one plane for each, the lowest first
 * @property {number} low what to add to each number
 * @property {number} back how many places back the number stands that each is a difference from;
 *   0 where each stands for itself
 * @property {number} scale what to divide a number by
 */

/**
 * A topic or a sub-topic.
 *
 * @typedef {object} Topic
 * @property {number} parent the topic of a sub-topic, or -1
 * @property {string} name
 * @property {number} papers how many it has
 * @property {Term[]} terms the phrases that named it
 * @property {number[]} exemplars its most central papers
 * @property {Term[]} runnersUp phrases that could have named it
 * @property {'phrases' | 'reader' | 'earlier' | 'number'} source where its name is from
 * @property {number} coherence in [-1, 1]
 * @property {number} diversity in [0, 1]
 * @property {number | null} stability in [0, 1]; null where it was not measured
 * @property {boolean} unstable
 * @property {number} x of its densest place
 * @property {number} y
 * @property {Tone} tone
 */

/** @typedef {{text: string, papers: number, elsewhere: number}} Term */

/** @typedef {{name: string, papers: number, topics: number[]}} Area */

/** @typedef {{name: string, phrases: string[], tone: Tone}} Theme */

/**
 * A colour as marks and as text have it, in the light and in the dark scheme; see Tone.java.
 *
 * @typedef {{light: string, dark: string, lightInk: string, darkInk: string}} Tone
 */

/** @typedef {'area' | 'topic' | 'island' | 'number' | 'subtopic' | 'landmark' | 'title'} LabelKind */

/** @typedef {{size: number, weight: number, leading: number, haloWidth: number}} LabelStyle */

/**
 * A name on the map. Lengths are pixels on a desk, scales how many of them the map is wide.
 *
 * @typedef {object} Label
 * @property {LabelKind} kind
 * @property {number} number of the area, topic, sub-topic or paper
 * @property {string[]} lines
 * @property {number} size of its letters
 * @property {number} x of the place that it names
 * @property {number} y
 * @property {number} dx from the place to the middle of the text
 * @property {number} dy
 * @property {number} width
 * @property {number} height
 * @property {number} from the scale from which on it is seen
 * @property {number | null} to the scale from which on it is no longer seen, if there is one
 */

/**
 * What the map was made from.
 *
 * @typedef {object} Provenance
 * @property {string} version of Papermap
 * @property {{name: string, sha256: string}[]} sources
 * @property {string} model
 * @property {string} identity of the vectors
 * @property {Truncation} truncation
 * @property {Record<string, string>} settings
 * @property {Record<string, string>} options as they were asked for
 * @property {Record<string, string>} stages the hash of what each stage has given
 */

/**
 * What the model did not read.
 *
 * @typedef {object} Truncation
 * @property {number} maxTokens that the model reads of a text
 * @property {number} texts
 * @property {number} cutTexts
 * @property {number} tokens
 * @property {number} cutTokens
 */

/**
 * What the map knows of the maps that it was grown from; see MapHistory.java.
 *
 * @typedef {object} MapHistory
 * @property {Edition[]} editions the maps of the chain, this one last
 * @property {TopicHistory[]} topics those of this map in their order, then those that are gone
 * @property {GonePaper[]} gone papers that the earlier map had
 * @property {number} topicIds how many were given
 * @property {{edition: number, neighborsKept: number, trustworthiness: number}} fit the last
 *   calculation of all places
 * @property {string} refitDue why it should be done again, or empty
 */

/** @typedef {{day: string | null, papers: number}} Edition */

/**
 * @typedef {object} GonePaper
 * @property {string} id
 * @property {string} title
 * @property {string | null} date
 * @property {string | null} url
 * @property {string | null} since
 * @property {string} topic
 */

/**
 * @typedef {object} TopicHistory
 * @property {number} id
 * @property {number} number on this map, or -1 where it is gone
 * @property {number} earlierNumber on the earlier map, or -1 where it was born
 * @property {number} edition in which it was born
 * @property {string} name
 * @property {string} earlierName
 * @property {number} papers
 * @property {number} earlierPapers
 * @property {number} arrived papers that are new on the map
 * @property {number} left papers that the map no longer has
 * @property {number} overlap in [0, 1]
 * @property {TopicChange[]} changes
 * @property {TopicPart[]} from
 * @property {TopicPart[]} into
 */

/**
 * @typedef {'BORN' | 'GREW' | 'SHRANK' | 'SPLIT' | 'MERGED' | 'RENAMED' | 'KEPT' | 'GONE'
 *   } TopicChange
 */

/** @typedef {{id: number, name: string, papers: number}} TopicPart */

const meta = (() => {
  try {
    return /** @type {Meta} */ (JSON.parse(textOf('meta')));
  } catch {
    throw new PageError(damaged);
  }
})();
