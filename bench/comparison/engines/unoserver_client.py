"""A warm client of unoserver: ``template`` is the DOCX, ``data`` the PDF to make. Ports are the arguments."""

import sys

from serving import serve
from unoserver.client import UnoClient

OPTIONS = [
    "SelectPdfVersion=2",
    "UseTaggedPDF=true",
    "UseLosslessCompression=true",
    "EmbedStandardFonts=true",
]
client = UnoClient(port=sys.argv[1])


def prepare(template, data):
    def make():
        client.convert(inpath=template, outpath=data, convert_to="pdf", filter_options=OPTIONS)
        return b""

    return make


serve(prepare)
