package org.papermap.embed.internal.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.embed.internal.formats.Gathered.named;
import static org.papermap.embed.internal.formats.Gathered.value;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

class XmlRecordsTest {
  static final String PUBMED =
      """
      <?xml version="1.0" ?>
      <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">
      <PubmedArticleSet>
      <PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">380</PMID>
        <Article PubModel="Print"><Journal><ISSN IssnType="Print">1234-5678</ISSN>
          <JournalIssue CitedMedium="Print"><Volume>3</Volume><PubDate><Year>2020</Year><Month>May</Month><Day>2</Day></PubDate></JournalIssue>
          <Title>Annals of Made-up Things</Title></Journal>
          <ArticleTitle>How CO<sub>2</sub> &amp; <i>Apis</i> meet: p &lt; 0.05.</ArticleTitle>
          <ELocationID EIdType="doi" ValidYN="Y">10.5555/s.0</ELocationID>
          <Abstract><AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">We ask.</AbstractText>
            <AbstractText Label="RESULTS AND MORE">It is 10<sup>6</sup>.</AbstractText><AbstractText>Plain end.</AbstractText>
            <CopyrightInformation>© nobody</CopyrightInformation></Abstract>
          <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Lind</LastName><ForeName>Ada B</ForeName><Initials>AB</Initials>
              <AffiliationInfo><Affiliation>U</Affiliation></AffiliationInfo></Author>
            <Author ValidYN="Y"><CollectiveName>The Bee Group</CollectiveName></Author></AuthorList>
        </Article><KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">bees</Keyword><Keyword MajorTopicYN="N">hives</Keyword></KeywordList></MedlineCitation>
        <PubmedData><ArticleIdList><ArticleId IdType="pubmed">380</ArticleId><ArticleId IdType="doi">10.5555/s.0</ArticleId></ArticleIdList>
          <ReferenceList><Reference><Citation>Old</Citation><ArticleIdList><ArticleId IdType="doi">10.9/old</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>
      </PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>381</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2019 Nov-Dec</MedlineDate></PubDate></JournalIssue></Journal>
        <ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Bienen im Winter.</VernacularTitle></Article></MedlineCitation></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>382</PMID><Article><Journal><JournalIssue><PubDate><Year>2021</Year><Season>Spring</Season></PubDate></JournalIssue></Journal>
        <ArticleTitle>Third</ArticleTitle></Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """;

  static final String ARXIV_ATOM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <title type="html">ArXiv Query: search_query=all:bees</title><id>http://arxiv.org/api/x</id>
        <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
        <entry><id>http://arxiv.org/abs/2405.00001v2</id><updated>2024-06-01T00:00:00Z</updated><published>2024-05-02T17:59:59Z</published>
          <title>Bees: $\\mathcal{O}(n)$
        counting</title><summary>  We count
      bees, n &lt; 10.
      </summary><author><name>Ada Lind</name></author><author><name>Jo Moreau</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">U</arxiv:affiliation></author>
          <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/s.0</arxiv:doi>
          <link href="http://arxiv.org/abs/2405.00001v2" rel="alternate" type="text/html"/><link title="pdf" href="http://arxiv.org/pdf/2405.00001v2" rel="related"/>
          <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/><category term="cs.AI"/></entry>
      </feed>
      """;

  static final String OAI =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-05-02T00:00:00Z</responseDate><request verb="ListRecords">x</request>
      <ListRecords>
      <record><header><identifier>oai:arXiv.org:0704.0001</identifier><datestamp>2008-11-26</datestamp><setSpec>physics</setSpec></header>
        <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:title>One</dc:title><dc:creator>Lind, Ada</dc:creator><dc:creator>Moreau, Jo</dc:creator><dc:subject>Bees</dc:subject>
          <dc:description>  A long abstract.</dc:description><dc:description>Comment: 12 pages, and a very long remark on them</dc:description>
          <dc:date>2007-04-02</dc:date><dc:date>2007-07-24</dc:date><dc:identifier>http://arxiv.org/abs/0704.0001</dc:identifier><dc:identifier>doi:10.5555/s.0</dc:identifier></oai_dc:dc></metadata></record>
      <record><header><identifier>oai:arXiv.org:0704.0002</identifier></header>
        <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>0704.0002</id><created>2007-03-30</created><updated>2008-12-13</updated>
          <authors><author><keyname>Streinu</keyname><forenames>Ileana</forenames></author><author><keyname>Theran</keyname><forenames>Louis</forenames><suffix>Jr</suffix></author></authors>
          <title>Two</title><categories>math.CO cs.CG</categories><abstract>B.</abstract></arXiv></metadata></record>
      <record><header><identifier>oai:arXiv.org:0704.0003</identifier></header>
        <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>0704.0003</id><submitter>Pan</submitter><version version="v1"><date>Sun, 1 Apr 2007 20:46:54 GMT</date></version>
          <title>Three</title><authors>Hongjun Pan</authors><abstract>C.</abstract></arXivRaw></metadata></record>
      <record><header status="deleted"><identifier>oai:x:9</identifier></header></record>
      <record><header><identifier>oai:x:10</identifier></header><metadata><record xmlns="http://www.loc.gov/MARC21/slim"><leader>x</leader></record></metadata></record>
      <resumptionToken cursor="0" completeListSize="9">abc</resumptionToken>
      </ListRecords></OAI-PMH>
      """;

  static final String JATS =
      """
      <?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "JATS-journalpublishing1.dtd">
      <article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article"><front>
        <journal-meta><journal-title-group><journal-title>Annals</journal-title></journal-title-group></journal-meta>
        <article-meta><article-id pub-id-type="pmid">380</article-id><article-id pub-id-type="doi">10.5555/s.0</article-id>
          <title-group><article-title>Bees in <italic>vitro</italic><xref ref-type="fn" rid="fn1"/></article-title><fn-group><fn id="fn1"><p>no</p></fn></fn-group></title-group>
          <contrib-group><contrib contrib-type="author"><name><surname>Lind</surname><given-names>Ada</given-names></name><xref ref-type="aff" rid="a1"><sup>1</sup></xref></contrib>
            <contrib contrib-type="editor"><name><surname>Ed</surname><given-names>It</given-names></name></contrib>
            <contrib contrib-type="author"><collab>The Group</collab></contrib></contrib-group>
          <pub-date pub-type="collection"><year>2020</year></pub-date><pub-date pub-type="epub"><day>2</day><month>5</month><year>2020</year></pub-date>
          <abstract abstract-type="teaser"><p>Buy it.</p></abstract>
          <abstract><title>Abstract</title><sec><title>Background</title><p>We ask whether <inline-formula><alternatives>
            <tex-math>\\documentclass[12pt]{minimal}\\begin{document}$$p<0.05$$\\end{document}</tex-math><mml:math><mml:mi>p</mml:mi><mml:mo>&lt;</mml:mo><mml:mn>0.05</mml:mn></mml:math></alternatives></inline-formula>.</p></sec>
            <sec><title>Results</title><p>H<sub>2</sub>O and <mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>.</p></sec></abstract>
          <kwd-group><kwd>bees</kwd><kwd>glass</kwd></kwd-group></article-meta></front>
        <body><sec><title>Introduction</title><p>Long.</p></sec></body></article>
      """
          .replace("$$p<0.05$$", "$$p&lt;0.05$$");

  static final String ACL =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <collection id="2020.acl"><volume id="main" ingest-date="2020-06-20"><meta><booktitle>Proceedings of ACL</booktitle><month>July</month><year>2020</year><editor><first>Ed</first><last>It</last></editor></meta>
        <frontmatter><url hash="x">2020.acl-main.0</url></frontmatter>
        <paper id="1"><title>Learning of <fixed-case>BERT</fixed-case> in <tex-math>\\mathcal{O}(n)</tex-math></title><author><first>Ada</first><last>Lind</last></author><author><first/><last>Moreau</last></author>
          <pages>1–9</pages><abstract>We <i>learn</i> <tex-math>n^2</tex-math>.</abstract><url hash="y">2020.acl-main.1</url><doi>10.18653/v1/2020.acl-main.1</doi><bibkey>lind-2020-learning</bibkey></paper>
      </volume></collection>
      """;

  static final String ENDNOTE =
      """
      <?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="My.enl" path="My.enl">My.enl</database><source-app name="EndNote" version="19.0">EndNote</source-app>
        <rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
        <contributors><authors><author><style face="normal" font="default" size="100%">Lind, Ada</style></author><author><style face="normal">Moreau, Jo</style></author></authors></contributors>
        <titles><title><style face="normal">Bees in </style><style face="italic">vitro</style></title><secondary-title><style>Annals</style></secondary-title></titles>
        <keywords><keyword><style>bees</style></keyword></keywords><dates><year><style>2020</style></year><pub-dates><date><style>May 2</style></date></pub-dates></dates>
        <electronic-resource-num><style>10.5555/s.0</style></electronic-resource-num><abstract><style>We ask.</style></abstract>
        <urls><related-urls><url><style>https://example.org/0</style></url></related-urls></urls></record></records></xml>
      """;

  static Stream<String> samples() {
    return Stream.of(PUBMED, ARXIV_ATOM, OAI, JATS, ACL, ENDNOTE);
  }

  @Test
  void reads_pubmed() throws IOException {
    Gathered gathered = Gathered.of(PUBMED);

    SourceRecord first = gathered.record(0);
    assertThat(gathered.words()).isEqualTo("PubMed XML");
    assertThat(gathered.titles())
        .containsExactly("How CO2 & Apis meet: p < 0.05.", "Bienen im Winter.", "Third");
    assertThat(gathered.abstracts())
        .containsExactly("Background: We ask. Results and more: It is 106. Plain end.", "", "");
    assertThat(first.authors()).containsExactly("Ada B Lind", "The Bee Group");
    assertThat(gathered.all(Field.DATE))
        .containsExactly("2020-05-02", "2019 Nov-Dec", "2021 Spring");
    assertThat(value(first, Field.DOI)).isEqualTo("10.5555/s.0");
    assertThat(named(first, "pmid")).isEqualTo("380");
    assertThat(named(first, "keywords")).isEqualTo("bees; hives");
    assertThat(gathered.records()).extracting(SourceRecord::line).containsExactly(4L, 20L, 22L);
    assertThat(gathered.told()).isEmpty();
  }

  @Test
  void reads_several_documents_in_one_file() throws IOException {
    assertThat(Gathered.of(PUBMED + PUBMED).records()).hasSize(6);
  }

  @Test
  void reads_what_arxiv_answers() throws IOException {
    SourceRecord record = Gathered.of(ARXIV_ATOM).record(0);

    assertThat(value(record, Field.TITLE)).isEqualTo("Bees: $\\mathcal{O}(n)$ counting");
    assertThat(value(record, Field.ABSTRACT)).isEqualTo("We count bees, n < 10.");
    assertThat(value(record, Field.DATE)).isEqualTo("2024-05-02T17:59:59Z");
    assertThat(value(record, Field.ARXIV)).isEqualTo("2405.00001v2");
    assertThat(value(record, Field.URL)).isEqualTo("http://arxiv.org/abs/2405.00001v2");
    assertThat(record.authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @Test
  void tells_that_arxiv_answers_an_error() throws IOException {
    Gathered gathered =
        Gathered.of(
            "<feed"
                + " xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect"
                + " id format for 99</summary></entry></feed>");

    assertThat(gathered.records()).isEmpty();
    assertThat(gathered.told())
        .containsExactly("malformed 1: arXiv answers: incorrect id format for 99");
  }

  @Test
  void reads_oai_in_all_its_forms_and_tells_what_it_leaves() throws IOException {
    Gathered gathered = Gathered.of(OAI);

    assertThat(gathered.titles()).containsExactly("One", "Two", "Three");
    assertThat(gathered.abstracts()).containsExactly("A long abstract.", "B.", "C.");
    assertThat(gathered.all(Field.DATE))
        .containsExactly("2007-04-02", "2007-03-30", "Sun, 1 Apr 2007 20:46:54 GMT");
    assertThat(gathered.all(Field.ARXIV)).containsExactly("0704.0001", "0704.0002", "0704.0003");
    assertThat(gathered.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(gathered.record(1).authors()).containsExactly("Ileana Streinu", "Louis Theran Jr");
    assertThat(value(gathered.record(2), Field.AUTHORS)).isEqualTo("Hongjun Pan");
    assertThat(gathered.told())
        .containsExactly(
            "navigation 16: a deleted record: oai:x:9",
            "malformed 17: metadata in a form that is not read (record) in the record oai:x:10",
            "note 18: one part of a longer answer; fetch the other parts too");
  }

  @Test
  void reads_jats_with_labels_and_formulas() throws IOException {
    SourceRecord record = Gathered.of(JATS).record(0);

    assertThat(value(record, Field.TITLE)).isEqualTo("Bees in vitro");
    assertThat(value(record, Field.ABSTRACT))
        .isEqualTo("Background: We ask whether p < 0.05. Results: H2O and x^2.");
    assertThat(value(record, Field.DATE)).isEqualTo("2020-05-02");
    assertThat(record.authors()).containsExactly("Ada Lind", "The Group");
    assertThat(value(record, Field.DOI)).isEqualTo("10.5555/s.0");
  }

  @Test
  void reads_the_acl_anthology() throws IOException {
    Gathered gathered = Gathered.of(ACL);
    SourceRecord record = gathered.record(0);

    assertThat(value(record, Field.TITLE)).isEqualTo("Learning of BERT in $\\mathcal{O}(n)$");
    assertThat(value(record, Field.ABSTRACT)).isEqualTo("We learn $n^2$.");
    assertThat(value(record, Field.DATE)).isEqualTo("2020-07");
    assertThat(value(record, Field.URL)).isEqualTo("https://aclanthology.org/2020.acl-main.1");
    assertThat(record.authors()).containsExactly("Ada Lind", "Moreau");
    assertThat(gathered.told()).containsExactly("navigation 3: front matter of volume main");
  }

  @Test
  void reads_endnote() throws IOException {
    SourceRecord record = Gathered.of(ENDNOTE).record(0);

    assertThat(value(record, Field.TITLE)).isEqualTo("Bees in vitro");
    assertThat(value(record, Field.ABSTRACT)).isEqualTo("We ask.");
    assertThat(value(record, Field.DATE)).isEqualTo("2020 May 2");
    assertThat(record.authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(value(record, Field.DOI)).isEqualTo("10.5555/s.0");
  }

  @Test
  void reads_feeds_of_arxiv_and_of_journals() throws IOException {
    Gathered arxiv =
        Gathered.of(
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>cs.CL updates on arXiv.org</title><description>cs.CL updates</description>
            <item><title>One</title><link>https://arxiv.org/abs/2405.00001</link><description>arXiv:2405.00001v1 Announce Type: new
            Abstract: We ask.</description><guid isPermaLink="false">oai:arXiv.org:2405.00001v1</guid><category>cs.CL</category><pubDate>Thu, 02 May 2024 00:00:00 -0400</pubDate><dc:creator>Ada Lind, Jo Moreau</dc:creator></item></channel></rss>
            """);
    Gathered journals =
        Gathered.of(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
            <channel rdf:about="x"><title>Nature</title><description>News</description></channel>
            <item rdf:about="y"><title><![CDATA[Two & more]]></title><link>https://www.nature.com/articles/y</link><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Nature, Published online: 02 May 2024; <a href="https://www.nature.com/articles/y">doi:10.5555/s.0</a></p>Bees are counted.]]></content:encoded>
              <dc:creator>Ada Lind</dc:creator><dc:creator>Jo Moreau</dc:creator><dc:identifier>doi:10.5555/s.0</dc:identifier><dc:date>2024-05-02</dc:date><prism:publicationName>Nature</prism:publicationName></item>
            <item rdf:about="z"><title>Three</title><description>&lt;p&gt;Publication date: May 2024&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source:&lt;/b&gt; Annals&lt;/p&gt;</description></item></rdf:RDF>
            """);

    assertThat(value(arxiv.record(0), Field.ABSTRACT)).isEqualTo("We ask.");
    assertThat(value(arxiv.record(0), Field.ARXIV)).isEqualTo("2405.00001v1");
    assertThat(value(arxiv.record(0), Field.AUTHORS)).isEqualTo("Ada Lind, Jo Moreau");
    assertThat(journals.titles()).containsExactly("Two & more", "Three");
    assertThat(journals.abstracts()).containsExactly("Bees are counted.", "");
    assertThat(journals.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(journals.all(Field.DOI)).containsExactly("doi:10.5555/s.0", "");
  }

  @Test
  void reads_dblp_with_letters_of_its_type_of_document() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            <?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp SYSTEM "dblp.dtd">
            <dblp><article mdate="2020-01-01" key="journals/x/Muller20"><author>J&uuml;rgen M&uuml;ller 0001</author><title>Bees &amp; H<sub>2</sub>O.</title><journal>Annals</journal><year>2020</year><ee>https://doi.org/10.5555/s.0</ee></article>
            <www key="homepages/m/Muller"><author>J&uuml;rgen M&uuml;ller</author><title>Home Page</title></www></dblp>
            """);

    assertThat(gathered.titles()).containsExactly("Bees & H2O.");
    assertThat(gathered.record(0).authors()).containsExactly("Jürgen Müller 0001");
    assertThat(gathered.told())
        .containsExactly("navigation 3: the page of a person: Jürgen Müller");
  }

  @Test
  void reads_mods_tei_and_the_rdf_of_zotero() throws IOException {
    Gathered mods =
        Gathered.of(
            """
            <modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><nonSort>The</nonSort><title>bees</title><subTitle>a study</subTitle></titleInfo>
              <name type="personal"><namePart type="family">Lind</namePart><namePart type="given">Ada</namePart><role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>
              <abstract>We ask.</abstract><relatedItem type="host"><titleInfo><title>Annals</title></titleInfo><originInfo><dateIssued>2020-05</dateIssued></originInfo></relatedItem><identifier type="doi">10.5555/s.0</identifier></mods></modsCollection>
            """);
    Gathered tei =
        Gathered.of(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader xml:lang="en"><fileDesc><titleStmt><title level="a" type="main">Bees</title></titleStmt>
              <sourceDesc><biblStruct><analytic><author><persName><forename type="first">Ada</forename><surname>Lind</surname></persName></author></analytic><monogr><imprint><date type="published" when="2020-05-02"/></imprint></monogr><idno type="DOI">10.5555/s.0</idno></biblStruct></sourceDesc></fileDesc>
              <profileDesc><abstract><div><p>We ask.</p><p>And answer.</p></div></abstract></profileDesc></teiHeader><text><body><p>Long.</p></body></text></TEI>
            """);
    Gathered rdf =
        Gathered.of(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
              <bib:Article rdf:about="https://example.org/0"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1"/>
                <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lind</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
                <dc:title>Bees</dc:title><dcterms:abstract>We ask.</dcterms:abstract><dc:date>2020-05-02</dc:date><dc:identifier>DOI 10.5555/s.0</dc:identifier></bib:Article>
              <bib:Journal rdf:about="urn:issn:1"><dc:title>Annals</dc:title></bib:Journal>
              <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>Full Text</dc:title></z:Attachment></rdf:RDF>
            """);

    assertThat(mods.titles()).containsExactly("The bees: a study");
    assertThat(mods.record(0).authors()).containsExactly("Ada Lind");
    assertThat(mods.all(Field.DATE)).containsExactly("2020-05");
    assertThat(tei.titles()).containsExactly("Bees");
    assertThat(tei.abstracts()).containsExactly("We ask. And answer.");
    assertThat(tei.record(0).authors()).containsExactly("Ada Lind");
    assertThat(rdf.titles()).containsExactly("Bees");
    assertThat(rdf.abstracts()).containsExactly("We ask.");
    assertThat(rdf.all(Field.DOI)).containsExactly("10.5555/s.0");
    assertThat(rdf.told()).containsExactly("navigation 6: attachment: Full Text");
  }

  @Test
  void reads_records_of_no_known_kind_by_the_names_of_their_elements() throws IOException {
    Gathered gathered =
        Gathered.of(
            "<papers><paper><title>One</title><abstract>A.</abstract><author>Ada"
                + " Lind</author><author>Jo Moreau</author><year>2020</year></paper>"
                + "<paper><title>Two</title><abstract>B.</abstract></paper></papers>");

    assertThat(gathered.titles()).containsExactly("One", "Two");
    assertThat(gathered.abstracts()).containsExactly("A.", "B.");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @Test
  void reads_what_europe_pmc_answers() throws IOException {
    SourceRecord record =
        Gathered.of(
                "<responseWrapper><hitCount>1</hitCount><resultList><result><id>380</id><pmid>380</pmid><title>Bees.</title><authorString>Lind"
                    + " A.</authorString><authorList><author><fullName>Lind"
                    + " A</fullName><firstName>Ada</firstName><lastName>Lind</lastName></author></authorList><pubYear>2020</pubYear><abstractText>&lt;h4>Background&lt;/h4>We"
                    + " ask.</abstractText></result></resultList></responseWrapper>")
            .record(0);

    assertThat(value(record, Field.TITLE)).isEqualTo("Bees.");
    assertThat(value(record, Field.ABSTRACT)).isEqualTo("<h4>Background</h4>We ask.");
    assertThat(record.authors()).containsExactly("Ada Lind");
    assertThat(value(record, Field.DATE)).isEqualTo("2020");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<kml><Placemark><name>x</name><description>y</description></Placemark></kml>",
        "<?xml version=\"1.0\"?><note/>"
      })
  void refuses_other_xml_by_the_name_of_its_root(String xml) {
    assertThatThrownBy(() -> Gathered.of(xml))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageMatching("XML that is not read \\(root element (kml|note)\\)\\. Export .*");
  }

  @Test
  void refuses_an_answer_without_records_by_its_root() {
    assertThatThrownBy(() -> Gathered.of("<PubmedArticleSet></PubmedArticleSet>"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("XML without papers (root element PubmedArticleSet)");
  }

  @Test
  void refuses_entities_that_grow_and_never_opens_other_files() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE PubmedArticleSet [<!ENTITY a \"aaaa\"><!ENTITY b"
            + " \"&a;&a;\">]><PubmedArticleSet>&b;</PubmedArticleSet>";
    String outside =
        "<!DOCTYPE feed [<!ENTITY x SYSTEM"
            + " \"file:///etc/passwd\">]><feed><entry><title>&x;</title></entry></feed>";

    assertThatThrownBy(() -> Gathered.of(bomb))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("XML that declares entities of its own");
    assertThatThrownBy(() -> Gathered.of(outside)).isInstanceOf(FormatException.class);
  }

  @Test
  void takes_a_bare_ampersand_and_forbidden_characters_as_people_leave_them() throws IOException {
    Gathered gathered =
        Gathered.of(
            "<papers><paper><title>R&D &nosuch; &eacute;t\u0002\u00e9 &#233; &#x1; a <"
                + " b</title><abstract>A -- <!-- x -- y --> <![CDATA[a &"
                + " <i>b</i>]]>.</abstract></paper></papers>");

    assertThat(gathered.titles()).containsExactly("R&D &nosuch; ét é é a < b");
    assertThat(gathered.abstracts()).containsExactly("A -- a & <i>b</i>.");
  }

  @Test
  void says_where_a_file_breaks_off() {
    assertThatThrownBy(() -> Gathered.of(PUBMED.substring(0, PUBMED.length() / 2)))
        .isInstanceOf(FormatException.class)
        .hasMessageMatching(
            "\\d+: broken XML, .*\\. Repair the file, or fetch it again if it is cut off\\.");
  }

  @Test
  void hands_on_every_whole_record_of_a_file_that_is_cut_off() throws IOException {
    Gathered gathered =
        Gathered.of(
            "<papers>\n<paper><title>Knots in rope</title><abstract>They hold.</abstract></paper>\n"
                + "<paper><title>Ropes of hemp</title><abstr");

    assertThat(gathered.titles()).containsExactly("Knots in rope");
    assertThat(gathered.told())
        .singleElement()
        .asString()
        .startsWith("malformed 3: broken XML, ")
        .endsWith("; from here on nothing is read");
  }

  @Test
  void reads_an_article_within_a_wrapper_of_any_name() throws IOException {
    Gathered gathered =
        Gathered.of(
            "<pmc-wrapper><article"
                + " article-type=\"research-article\"><front><article-meta><title-group><article-title>Knots"
                + " in rope</article-title></title-group><abstract><p>They"
                + " hold.</p></abstract></article-meta></front></article></pmc-wrapper>");

    assertThat(gathered.titles()).containsExactly("Knots in rope");
    assertThat(gathered.abstracts()).containsExactly("They hold.");
  }

  @Test
  void reads_the_encoding_that_the_file_declares() throws IOException {
    byte[] latin =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><papers><paper><title>Müllers Kühe – x</title><abstract>A.</abstract></paper></papers>"
            .getBytes(Charset.forName("windows-1252"));

    assertThat(Gathered.of(latin, "x.xml").titles()).containsExactly("Müllers Kühe – x");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void claims_its_samples_for_sure(String xml) throws IOException {
    assertThat(Gathered.of(xml).records()).isNotEmpty();
  }

  @Test
  void marks_of_notes_are_no_part_of_a_title_and_references_stay_in_an_abstract()
      throws IOException {
    String xml =
        """
        <article><front><article-meta><title-group>
        <article-title>Knots that hold<xref ref-type="fn" rid="n1">1</xref></article-title>
        </title-group><abstract><p>As in <xref ref-type="bibr">[3]</xref> they
        hold<sup><xref ref-type="fn">a</xref></sup>.</p></abstract>
        </article-meta></front></article>
        """;

    Gathered read = Gathered.of(xml);

    assertThat(read.titles()).containsExactly("Knots that hold");
    assertThat(read.abstracts().getFirst()).containsPattern("As in \\[3] they\\s+hold\\.");
  }

  @Test
  void takes_no_episode_of_a_podcast_for_a_paper() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <rss version="2.0"><channel><title>Talk</title><item><title>Episode 1</title><description>On tents.</description>
            <enclosure url="https://example.org/1.mp3" type="audio/mpeg" length="1"/></item></channel></rss>
            """);

    assertThat(read.records()).isEmpty();
    assertThat(read.told()).containsExactly("navigation 1: something to hear or see: Episode 1");
  }

  @Test
  void an_article_that_ends_in_an_apostrophe_stands_before_a_title_without_a_blank()
      throws IOException {
    Gathered read =
        Gathered.of(
            "<modsCollection"
                + " xmlns=\"http://www.loc.gov/mods/v3\"><mods><titleInfo><nonSort>L'</nonSort><title>œuvre"
                + " au sel</title></titleInfo></mods></modsCollection>");

    assertThat(read.titles()).containsExactly("L'œuvre au sel");
  }
}
