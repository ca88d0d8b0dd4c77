"""Word and PDF files: their text in lines, tables as tables, automatic numbers; what has no text is refused by name."""

import hashlib
import io
import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from graph.errors import ContentError
from loaders.extract.document.office_files import MOST_UNPACKED, office_text
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from tests.pdf import pdf_file

CHINESE_LIST = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1-%3)"/></w:lvl>
</w:abstractNum>"""


def word_file(document) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def lines(content: bytes) -> list[str]:
    text = office_text(content, "file")
    assert text
    return text.text.splitlines()


def numbered(document, text: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("安吉县教育局")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ["科室", "职责", "电话", "基教科", "管理学校。", "123"],
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("附则")
    assert lines(word_file(document)) == ["安吉县教育局", "科室\t职责\t电话", "基教科\t管理学校。\t123", "附则"]


def test_merged_cells_keep_the_columns_and_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "科室和职责"
    table.cell(0, 2).text = "电话"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "基教科"
    for row, column, text in [(1, 1, "管理学校。"), (1, 2, "1"), (2, 1, "管理教师。"), (2, 2, "2")]:
        table.cell(row, column).text = text
    assert lines(word_file(document)) == ["科室和职责\t\t电话", "基教科\t管理学校。\t1", "\t管理教师。\t2"]


def test_automatic_numbers_are_shown_as_word_shows_them() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(CHINESE_LIST))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in [
        ("办公室", 0),
        ("文书", 1),
        ("会务", 1),
        ("基教科", 0),
        ("人事科", 0),
        ("编制", 1),
        ("工资", 2),
    ]:
        numbered(document, text, level)
    shown = ["（九）办公室", "9.1.文书", "9.2.会务", "（十）基教科", "（十一）人事科", "11.1.编制", "十一-a)工资"]
    assert lines(word_file(document)) == shown


def test_inserted_text_is_in_and_deleted_text_is_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("办公室")
    for tag, inner, text in [
        ("w:ins", "w:t", "（督查室）"),
        ("w:del", "w:delText", "（旧名）"),
        ("w:moveFrom", "w:t", "（移走）"),
    ]:
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        said.text = text
        run.append(said)
        change.append(run)
        paragraph._p.append(change)
    assert lines(word_file(document)) == ["办公室（督查室）"]


def test_breaks_tabs_and_text_boxes_become_lines() -> None:
    document = docx.Document()
    run = document.add_paragraph("地址：安吉").add_run()
    run.add_break()
    run.add_text("电话：")
    run.add_tab()
    run.add_text("123")
    box = f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>加挂牌子</w:t></w:r></w:p></w:txbxContent>"
    run._r.append(parse_xml(box))
    assert lines(word_file(document)) == ["地址：安吉", "电话：\t123", "加挂牌子"]


def test_footnotes_stand_behind_the_text() -> None:
    document = docx.Document()
    document.add_paragraph("办公室")
    notes = f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:t>办公室挂信访科牌子。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    assert lines(word_file(document)) == ["办公室", "办公室挂信访科牌子。"]


def test_lines_and_cells_of_a_pdf_file_are_found_by_where_they_stand() -> None:
    page = [
        (70, 780, "安吉县教育局主要职责"), (70, 764, "（一）办公室。负责机关"), (70, 748, "日常工作。"),
        (300, 700, "职责"), (70, 700, "科室"), (450, 700, "电话"), (70, 680, "基教科"), (300, 680, "管理学校。"), (450, 680, "123"),
    ]  # fmt: skip
    assert lines(pdf_file([page, [(70, 780, "附则")]])) == [
        "安吉县教育局主要职责", "（一）办公室。负责机关", "日常工作。", "科室\t职责\t电话", "基教科\t管理学校。\t123", "附则",
    ]  # fmt: skip


def test_what_is_drawn_as_one_cell_is_one_however_its_text_wraps() -> None:
    boxes = [(50, 700, 40, 40), (90, 700, 90, 40), (180, 700, 200, 40), (380, 700, 90, 40)]
    under = [(50, 640, 40, 60), (90, 640, 90, 60), (180, 670, 200, 30), (180, 640, 200, 30), (380, 640, 90, 60)]
    words = [
        (60, 724, "序"), (60, 708, "号"), (100, 716, "科室名称"), (190, 716, "主要职责"), (400, 716, "备注"),
        (66, 666, "一"), (92, 674, "办公室（督查"), (100, 656, "科）"), (184, 682, "负责文电。"), (184, 650, "负责档案管理"),
        (92, 600, "正文在表格下面。"),
    ]  # fmt: skip
    frame = (40, 590, 300, 24)
    title = [(50, 800, "金华市水利局", 24), (260, 800, "职能配置内设机构和人员编制", 24), (50, 772, "规定", 24)]
    assert lines(pdf_file([[*title, *boxes, *under, *words, frame]])) == [
        "金华市水利局	职能配置内设机构和人员编制规定",
        "序号	科室名称	主要职责	备注",
        "一	办公室（督查科）	负责文电。",
        "\t\t负责档案管理",
        "正文在表格下面。",
    ]


def test_scanned_pages_are_refused_by_number() -> None:
    text = [(70, 780, "安吉县教育局"), (70, 760, "内设机构：办公室、基教科、人事科、财务科。")]
    with pytest.raises(ContentError, match=r"pages 2, 3 are scanned"):
        office_text(pdf_file([text, None, None]), "file.pdf")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7\nnothing", "damaged"),
        (pdf_file([[(70, 700, "x")]])[:200], "damaged"),
        (b"PK\x03\x04rubbish", "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, found: str) -> None:
    with pytest.raises(ContentError, match=found):
        office_text(content, "file")


def test_what_unpacks_to_more_than_a_document_holds_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MOST_UNPACKED + 1))
    with pytest.raises(ContentError, match="256 MB"):
        office_text(content.getvalue(), "file")


def test_a_word_file_with_damaged_parts_is_refused() -> None:
    whole = word_file(docx.Document())
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(content, "w") as new:
        for part in old.infolist():
            new.writestr(part, b"<w:document" if part.filename == "word/document.xml" else old.read(part))
    with pytest.raises(ContentError, match="damaged"):
        office_text(content.getvalue(), "file.docx")


def test_other_archives_are_no_documents() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    with pytest.raises(ContentError, match="zip archive"):
        decode(content.getvalue(), "file.xlsx")


def test_the_record_says_what_the_text_was_taken_from() -> None:
    document = docx.Document()
    for text in ("安吉县教育局", "内设机构", "（一）办公室。负责机关工作。", "（二）基教科。管理中小学。"):
        document.add_paragraph(text)
    content = word_file(document)
    read = decode(content, "file.docx")
    source = extract_document(read, "file.docx").record.document
    assert source.sha256 == hashlib.sha256(read.text.encode()).hexdigest()
    assert source.original_sha256 == hashlib.sha256(content).hexdigest()
    assert (source.reader or "").startswith("python-docx 1.")
    assert source.line_count == 4


def test_no_control_character_comes_out_of_a_file() -> None:
    assert lines(pdf_file([[(70, 780, "办公\u0001室\u202e"), (70, 760, "a\u0000b")]])) == ["办公室\u202e", "ab"]
