"""How Chinese sentences say whose department a body is, and of which rank."""

import re

ORGAN = re.compile(
    r"(?:是|为|系)[^,。;]{0,24}?(?:政府|行署|国务院)(?:的)?(?:工作部门|组成部门|直属机构|直属特设机构|派出机构|的部门)|是[^,。;]{0,8}(?:政府)?工作部门"
)
RANK = re.compile(r"(?:为|,|\(|规格|级别:?|机构规格为)(?P<rank>[正副][部厅处科股县]级|[部厅处科股]级)(?=[,。;)单事]|$)")
